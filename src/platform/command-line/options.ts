import { InvalidArgumentError, type Command } from 'commander';
import { parsePlainDate, type PlainDate } from '../../core/shared/plain-date.js';
import type { Rupiah } from '../../core/shared/rupiah.js';
import { parseServiceMonth, parseServiceMonths, type ServiceMonth } from '../../core/shared/service-month.js';
import { describe } from '../../core/messages/describe.js';

/** Adds the option that says who acts. */
export function byOption(command: Command): Command {
  return command.requiredOption('--by <username>', 'nama pengguna yang menjalankan perintah ini');
}

/** Reads `--months 2026-07..2026-09`. */
export function monthsArgument(text: string): ServiceMonth[] {
  const months = parseServiceMonths(text);
  if (months !== undefined) return months;
  const reversed = text
    .split(',')
    .map(reversedRange)
    .find((range) => range !== undefined);
  throw new InvalidArgumentError(
    reversed === undefined
      ? describe('honor.months-unreadable', { value: text })
      : describe('honor.months-reversed', { value: text, ...reversed }),
  );
}

/** Reads `--month 2026-07`. */
export function monthArgument(text: string): ServiceMonth {
  const month = parseServiceMonth(text);
  if (month !== undefined) return month;
  throw new InvalidArgumentError(describe('honor.months-unreadable', { value: text }));
}

/** Reads an amount above zero. */
export function rupiahArgument(text: string): Rupiah {
  if (/^[1-9]\d{0,14}$/.test(text)) return BigInt(text);
  throw new InvalidArgumentError('Tulis rupiah dengan angka saja, tanpa titik atau koma, misalnya 30000000.');
}

/** Reads a whole number from 1. */
export function countArgument(text: string): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('Tulis bilangan bulat mulai 1, dengan angka saja.');
}

/** Reads how somebody names a kader: NIK, or number. */
export function kaderArgument(text: string): string {
  if (/^(\d{16}|[1-9]\d{0,8})$/.test(text)) return text;
  // Whatever was mistyped may be most of a NIK.
  throw new InvalidArgumentError(describe('roster.kader-unreadable', { length: text.length }));
}

/** Reads a day. */
export function dayArgument(text: string): PlainDate {
  const day = parsePlainDate(text);
  if (day !== undefined) return day;
  throw new InvalidArgumentError('Tulis tanggal sebagai tahun-bulan-hari, misalnya 2026-07-15.');
}

/** The ends of a range that runs backwards; undefined for anything else. */
function reversedRange(text: string): { first: ServiceMonth; last: ServiceMonth } | undefined {
  const [first, last, ...more] = text.split('..').map((end) => parseServiceMonth(end.trim()));
  if (first === undefined || last === undefined || more.length > 0) return undefined;
  return last < first ? { first, last } : undefined;
}

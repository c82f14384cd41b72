import { InvalidArgumentError, type Command } from 'commander';
import { parsePlainDate, type PlainDate } from '../../core/shared/plain-date.js';
import type { Rupiah } from '../../core/shared/rupiah.js';

/** Adds the three words that name a budget line. */
export function sourceArguments(command: Command): Command {
  return command
    .argument('<payer>', 'kode pembayar')
    .argument('<label>', 'sumber dana, misalnya DDS')
    .argument('<year>', 'tahun anggaran', yearArgument);
}

/** Reads a ceiling, zero or more. */
export function ceilingArgument(text: string): Rupiah {
  return text === '0' ? 0n : rupiahArgument(text);
}

/** Reads an amount above zero. */
export function rupiahArgument(text: string): Rupiah {
  if (/^[1-9]\d{0,14}$/.test(text)) return BigInt(text);
  throw new InvalidArgumentError('Tulis rupiah dengan angka saja, tanpa titik atau koma, misalnya 30000000.');
}

/** Reads a day. */
export function dayArgument(text: string): PlainDate {
  const day = parsePlainDate(text);
  if (day !== undefined) return day;
  throw new InvalidArgumentError('Tulis tanggal sebagai tahun-bulan-hari, misalnya 2026-07-15.');
}

function yearArgument(text: string): number {
  if (/^\d{4}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('Tulis tahun anggaran dengan empat angka, misalnya 2026.');
}

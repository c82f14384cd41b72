import { InvalidArgumentError } from 'commander';
import { deductionKinds, type DeductionKind } from '../../core/deduction/deduction-policy.js';
import { parsePlainDate, type PlainDate } from '../../core/shared/plain-date.js';
import type { Rupiah } from '../../core/shared/rupiah.js';

/** Reads `pph21` or `bpjs`. */
export function kindArgument(text: string): DeductionKind {
  const kind = deductionKinds.find((known) => known === text);
  if (kind !== undefined) return kind;
  throw new InvalidArgumentError(`Tulis ${deductionKinds.join(' atau ')}; potongan lain tidak ada.`);
}

/** Reads an amount above zero. */
export function amountArgument(text: string): Rupiah {
  if (/^[1-9]\d{0,14}$/.test(text)) return BigInt(text);
  throw new InvalidArgumentError('Tulis rupiah dengan angka saja, tanpa titik atau koma, misalnya 5625.');
}

/** Reads a day. */
export function dateArgument(text: string): PlainDate {
  const day = parsePlainDate(text);
  if (day !== undefined) return day;
  throw new InvalidArgumentError('Tulis tanggal sebagai tahun-bulan-hari, misalnya 2026-07-15.');
}

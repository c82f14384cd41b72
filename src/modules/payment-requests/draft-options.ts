import { InvalidArgumentError, type Command } from 'commander';
import { describe } from '../../core/messages/describe.js';
import { servingOrder } from '../../core/payment/within-budget.js';
import { DomainError } from '../../core/shared/domain-error.js';
import { groupBy } from '../../core/shared/group-by.js';
import type { PlainDate } from '../../core/shared/plain-date.js';
import { formatRupiah, sumRupiah } from '../../core/shared/rupiah.js';
import { dayArgument } from '../../platform/command-line/options.js';
import { leftOutErrors, type NamedLeftOut, type PriorYearWish } from './request-scope.js';

/** What `request draft` takes beside payer and months when the ceiling or the year is the question. */
export interface DraftScopeOptions {
  readonly withinBudget?: boolean;
  readonly priorYear?: boolean;
  readonly line?: { readonly label: string; readonly fiscalYear: number };
  readonly basis?: string;
  readonly basisDate?: PlainDate;
  readonly basisTitle?: string;
}

/** Adds those options. */
export function draftScopeOptions(command: Command): Command {
  return command
    .option('--within-budget', 'hanya bulan kader yang tertampung pagu, bulan tertua lebih dahulu')
    .option('--prior-year', 'membayar utang tahun anggaran yang sudah ditutup')
    .option('--line <source/year>', 'baris anggaran yang membayar utang itu, misalnya DDS/2027', lineArgument)
    .option('--basis <number>', 'dasar pembayaran utang: nomor Perbup, SK atau DPA')
    .option('--basis-date <date>', 'tanggal dasar itu', dayArgument)
    .option('--basis-title <title>', 'judul dasar itu');
}

/** @throws DomainError when the options of a debt are not all there, or stand without `--prior-year` */
export function priorYearOf(options: DraftScopeOptions): { readonly priorYear?: PriorYearWish } {
  const { priorYear = false, line, basis, basisDate, basisTitle } = options;
  const given = { '--line': line, '--basis': basis, '--basis-date': basisDate, '--basis-title': basisTitle };
  for (const [field, value] of Object.entries(given)) {
    if (priorYear === (value !== undefined)) continue;
    const code = priorYear ? 'payment.debt-options-missing' : 'payment.debt-options-alone';
    throw new DomainError('invalid', code, { field });
  }
  if (line === undefined || basis === undefined || basisDate === undefined || basisTitle === undefined)
    return {};
  const number = basis.trim();
  return { priorYear: { ...line, basis: { number, date: basisDate, title: basisTitle.trim() } } };
}

/** Who waits for the next request, what is missing on each line, and by which order it was decided. */
export function leftOutLines(leftOut: readonly NamedLeftOut[]): string[] {
  if (leftOut.length === 0) return [];
  const bySource = groupBy(
    leftOut.flatMap(({ short }) => short),
    ({ source }) => source,
  );
  return [
    `Urutan: ${servingOrder}.`,
    ...leftOut.flatMap(leftOutErrors).map(({ code, facts }) => `Belum tertampung: ${describe(code, facts)}`),
    ...[...bySource].map(
      ([source, short]) =>
        `${source}: kurang ${formatRupiah(sumRupiah(short.map(({ missing }) => missing)))} untuk yang belum tertampung.`,
    ),
  ];
}

function lineArgument(text: string): { label: string; fiscalYear: number } {
  const [, label, year] = /^([A-Z0-9-]+)\/(\d{4})$/.exec(text) ?? [];
  if (label !== undefined && year !== undefined) return { label, fiscalYear: Number(year) };
  throw new InvalidArgumentError('Tulis sumber dana dan tahunnya, misalnya DDS/2027.');
}

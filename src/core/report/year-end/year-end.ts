import { cutOffOf, type YearEndSettings } from '../../funding/year-end-settings.js';
import { daysInclusive, formatDate, plainDate, type PlainDate } from '../../shared/plain-date.js';
import { formatRupiah, sumRupiah, type Rupiah } from '../../shared/rupiah.js';
import type { UnfundedLine } from '../unfunded/unfunded.js';
import type { SourceFacts } from '../owed/facts.js';

/** Where one budget line stands as its year ends. */
export interface YearEndLine {
  readonly source: string;
  readonly payer: string;
  readonly payerName: string;
  readonly ceiling: Rupiah;
  readonly spent: Rupiah;
  readonly reserved: Rupiah;
  readonly unspent: Rupiah;
  /** Owed and not paid, whatever way it is on. */
  readonly owed: Rupiah;
  readonly isClosed: boolean;
  /** What lapsed or, while the year is open, what would if nothing more were paid. */
  readonly lapses: Rupiah;
  /** What became debt of an earlier year, or would. */
  readonly debt: Rupiah;
  /** What of the debt the ceiling could still pay before it lapses. */
  readonly payable: Rupiah;
}

export interface YearEnd {
  readonly year: number;
  readonly asOf: PlainDate;
  readonly cutOff: PlainDate;
  /** Days left until the cut-off and until 31 December; below zero when they are over. */
  readonly daysToCutOff: number;
  readonly daysToYearEnd: number;
  readonly isNear: boolean;
  readonly lines: readonly YearEndLine[];
}

/** The countdown of a fiscal year: what of each ceiling would lapse, and what would be owed into the next year. */
export function yearEnd(
  year: number,
  asOf: PlainDate,
  settings: YearEndSettings,
  facts: { readonly sources: readonly SourceFacts[]; readonly lines: readonly UnfundedLine[] },
): YearEnd {
  const cutOff = cutOffOf(year, settings);
  const daysToCutOff = daysInclusive(asOf, cutOff) - 1;
  const owed = new Map(facts.lines.map((line) => [line.source, line]));
  return {
    year,
    asOf,
    cutOff,
    daysToCutOff,
    daysToYearEnd: daysInclusive(asOf, plainDate(`${String(year)}-12-31`)) - 1,
    isNear: daysToCutOff <= settings.warnDays,
    lines: facts.sources
      .filter(({ fiscalYear }) => fiscalYear === year)
      .map((source) => lineOf(source, owed.get(source.code)))
      .sort((one, other) => (one.source < other.source ? -1 : 1)),
  };
}

function lineOf(source: SourceFacts, line: UnfundedLine | undefined): YearEndLine {
  const { code, payer, payerName, ceiling, reserved, spent, lapsed } = source;
  const unspent = ceiling - spent;
  return {
    ...{ source: code, payer, payerName, ceiling, spent, reserved, unspent },
    owed: line?.owed ?? 0n,
    isClosed: lapsed !== null,
    lapses: lapsed ?? unspent,
    debt: line?.owed ?? 0n,
    payable: lapsed === null ? (line?.funded ?? 0n) + reserved : 0n,
  };
}

/** What people must know first, a sentence each. */
export function yearEndRemarks({
  year,
  cutOff,
  daysToCutOff,
  daysToYearEnd,
  isNear,
  lines,
}: YearEnd): string[] {
  const open = lines.filter(({ isClosed }) => !isClosed);
  const payable = sumRupiah(open.map((line) => line.payable));
  const debt = sumRupiah(lines.map((line) => line.debt));
  const countdown =
    daysToYearEnd < 0
      ? `Tahun anggaran ${String(year)} sudah berakhir ${String(-daysToYearEnd)} hari yang lalu.`
      : `${String(daysToYearEnd)} hari lagi sampai 31 Desember ${String(year)}; batas pengajuan ${formatDate(cutOff)}, ${String(daysToCutOff)} hari lagi.`;
  return [
    countdown,
    ...(isNear && payable > 0n
      ? [
          `PERINGATAN: ${formatRupiah(payable)} masih dapat dibayar dari pagu ${String(year)}. Selesaikan SPP-nya sebelum ditutup.`,
        ]
      : []),
    ...(debt > 0n
      ? [
          `${formatRupiah(debt)} hak kader belum dibayar. Hak itu tidak hangus: sesudah tahun ditutup menjadi utang tahun anggaran ${String(year)}, dibayar dengan request draft --prior-year.`,
        ]
      : []),
    ...(open.length > 0 && daysToYearEnd <= 0
      ? [
          `${String(open.length)} sumber dana belum ditutup: jalankan honor funding close-year ${String(year)} --payer KODE --basis DASAR.`,
        ]
      : []),
  ];
}

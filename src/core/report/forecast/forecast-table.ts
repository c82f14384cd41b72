import { monthsPhrase } from '../../formats/months-phrase.js';
import { formatDate, type PlainDate } from '../../shared/plain-date.js';
import { sumRupiah, type Rupiah } from '../../shared/rupiah.js';
import { formatMonth } from '../../shared/service-month.js';
import type { ReportTable } from '../report-table.js';
import type { Exhaustion, SourceForecast } from './forecast.js';

const columns = [
  { title: 'Sumber dana', width: 24 },
  { title: 'Pembayar', width: 20 },
  { title: 'Pagu', width: 15 },
  { title: 'Terikat', width: 14 },
  { title: 'Dibelanjakan', width: 15 },
  { title: 'Tersisa', width: 15 },
  { title: 'Diterima', width: 15 },
  { title: 'Hak sampai kini', width: 15 },
  { title: 'Tanpa pagu', width: 14 },
  { title: 'Sebulan', width: 14 },
  { title: 'Setahun', width: 15 },
  { title: 'Pagu habis', width: 15 },
  { title: 'Kurang', width: 14 },
  { title: 'Uang habis', width: 15 },
] as const;

/** The forecast as a table, a row a budget line. */
export function forecastTable(lines: readonly SourceForecast[], year: number, on: PlainDate): ReportTable {
  const total = (of: (line: SourceForecast) => Rupiah): Rupiah => sumRupiah(lines.map(of));
  return {
    title: 'Ramalan Pagu',
    subtitle: `Tahun Anggaran ${String(year)}, keadaan ${formatDate(on)}`,
    facts: [
      [
        'Kebutuhan sebulan',
        'rata-rata tiga bulan terakhir yang dihitung, dibulatkan setengah ke atas; bulan berikutnya sampai Desember diramal sebesar itu',
      ],
    ],
    columns,
    rows: lines.map((line) => [
      line.source,
      line.payerName,
      line.ceiling,
      line.reserved,
      line.spent,
      line.available,
      line.received,
      line.accrued,
      line.unfunded,
      line.monthlyNeed,
      line.need,
      endWords(line, line.ceilingLasts),
      line.ceilingLasts.missing,
      endWords(line, line.cashLasts),
    ]),
    totals: [
      'Jumlah',
      '',
      total((line) => line.ceiling),
      total((line) => line.reserved),
      total((line) => line.spent),
      total((line) => line.available),
      total((line) => line.received),
      total((line) => line.accrued),
      total((line) => line.unfunded),
      total((line) => line.monthlyNeed ?? 0n),
      total((line) => line.need),
      '',
      total((line) => line.ceilingLasts.missing),
      '',
    ],
    remarks: gapRemarks(lines),
  };
}

function endWords({ monthlyNeed }: SourceForecast, { month }: Exhaustion): string {
  if (monthlyNeed === null) return 'belum ada dasar';
  return month === null ? 'cukup' : formatMonth(month);
}

/** Months that were never calculated are no need yet, and whoever reads must know it. */
function gapRemarks(lines: readonly SourceForecast[]): string[] {
  const byMonths = new Map<string, number>();
  for (const { gaps } of lines) {
    if (gaps.length === 0) continue;
    const phrase = monthsPhrase(gaps);
    byMonths.set(phrase, (byMonths.get(phrase) ?? 0) + 1);
  }
  return [...byMonths].map(
    ([phrase, count]) =>
      `${String(count)} sumber dana belum memuat hak ${phrase}: bulan itu belum dihitung, jadi tidak ikut diramal.`,
  );
}

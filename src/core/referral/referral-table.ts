import type { ReportTable } from '../report/report-table.js';
import { formatDate, type PlainDate } from '../shared/plain-date.js';
import { answerWords } from './check-answer.js';
import type { ListedReferral } from './list-referrals.js';
import type { Holidays } from './working-days.js';

export const stateWords: Readonly<Record<ListedReferral['state'], string>> = {
  open: 'menunggu',
  overdue: 'TERLAMBAT',
  ...answerWords,
};

const columns: ReportTable['columns'] = [
  { title: 'No', width: 6 },
  { title: 'Tanggal', width: 12 },
  { title: 'Posyandu', width: 18 },
  { title: 'Kader', width: 20 },
  { title: 'Bidang', width: 16 },
  { title: 'Layanan', width: 18 },
  { title: 'Jumlah', width: 8 },
  { title: 'Uraian', width: 36 },
  { title: 'OPD', width: 12 },
  { title: 'Batas', width: 12 },
  { title: 'Keadaan', width: 12 },
  { title: 'Sejak', width: 12 },
  { title: 'Jawaban', width: 30 },
];

/** Referrals on paper, with what happened to each. */
export function referralTable(
  listed: readonly ListedReferral[],
  place: string,
  on: PlainDate,
  { years }: Holidays,
): ReportTable {
  const unknown = [...new Set(listed.flatMap(({ referredOn, due }) => [referredOn, due]).map(yearOf))]
    .filter((year) => !years.has(year))
    .sort();
  return {
    title: 'Rujukan Lintas Sektor',
    subtitle: `${place}, keadaan ${formatDate(on)}`,
    facts: [],
    columns,
    rows: listed.map((one) => [
      one.id,
      one.referredOn,
      one.posyandu,
      one.kader,
      one.bidang,
      one.subject,
      one.count,
      one.description,
      one.opdCode,
      one.due,
      stateWords[one.state],
      one.since,
      one.answers.at(-1)?.text ?? null,
    ]),
    remarks: [
      ...(listed.length === 0 ? ['Tidak ada rujukan.'] : []),
      ...unknown.map(
        (year) =>
          `Hari libur ${String(year)} belum diimpor: batas dihitung Senin sampai Jumat (honor holiday import).`,
      ),
    ],
  };
}

function yearOf(day: PlainDate): number {
  return Number(day.slice(0, 4));
}

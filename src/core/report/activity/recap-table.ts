import { headingOfGroup, targetGroups } from '../../activity/target-groups.js';
import { formatMonth, type ServiceMonth } from '../../shared/service-month.js';
import type { ReportTable, ReportValue } from '../report-table.js';
import type { Recap, RecapGrouping, RecapSum } from './recap.js';

const groupingWords: Readonly<Record<RecapGrouping, string>> = {
  type: 'Jenis kegiatan',
  bidang: 'Bidang',
  posyandu: 'Posyandu',
  nagari: 'Nagari',
};

/** The recap on paper and in a terminal. */
export function recapTable(
  { rows, total }: Recap,
  by: RecapGrouping,
  place: string,
  months: readonly ServiceMonth[],
): ReportTable {
  return {
    title: 'Rekap Kegiatan',
    subtitle: `${place}, ${months.map(formatMonth).join(', ')}`,
    facts: [],
    columns: [
      { title: 'Kode', width: 22 },
      { title: groupingWords[by], width: 30 },
      { title: 'Kegiatan', width: 10 },
      { title: 'Terverifikasi', width: 13 },
      { title: 'Kader', width: 8 },
      { title: 'Kehadiran', width: 10 },
      ...targetGroups.map(([, group]) => ({ title: headingOfGroup(group), width: 12 })),
    ],
    rows: rows.map((row) => [row.code, row.name, ...cellsOf(row)]),
    totals: ['', 'Jumlah', ...cellsOf(total)],
    remarks: rows.length === 0 ? ['Tidak ada kegiatan yang tercatat.'] : [],
  };
}

function cellsOf({ events, verified, kader, attendances, counts }: RecapSum): ReportValue[] {
  return [events, verified, kader, attendances, ...targetGroups.map(([, group]) => counts[group])];
}

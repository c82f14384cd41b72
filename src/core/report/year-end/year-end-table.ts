import { formatDate } from '../../shared/plain-date.js';
import { sumRupiah, type Rupiah } from '../../shared/rupiah.js';
import type { ReportTable } from '../report-table.js';
import { yearEndRemarks, type YearEnd, type YearEndLine } from './year-end.js';

/** The countdown as a table, a row a budget line. */
export function yearEndTable(report: YearEnd): ReportTable {
  const { year, asOf, lines } = report;
  const total = (of: (line: YearEndLine) => Rupiah): Rupiah => sumRupiah(lines.map(of));
  return {
    title: 'Menjelang Tutup Tahun',
    subtitle: `Tahun Anggaran ${String(year)}, keadaan ${formatDate(asOf)}`,
    facts: [],
    columns: [
      { title: 'Sumber dana', width: 24 },
      { title: 'Pembayar', width: 20 },
      { title: 'Pagu', width: 15 },
      { title: 'Dibelanjakan', width: 15 },
      { title: 'Terikat', width: 15 },
      { title: 'Belum dibelanjakan', width: 18 },
      { title: 'Hak belum dibayar', width: 17 },
      { title: 'Pagu hangus', width: 15 },
      { title: 'Utang tahun lalu', width: 16 },
      { title: 'Keadaan', width: 14 },
    ],
    rows: lines.map((line) => [
      line.source,
      line.payerName,
      line.ceiling,
      line.spent,
      line.reserved,
      line.unspent,
      line.owed,
      line.lapses,
      line.debt,
      line.isClosed ? 'ditutup' : 'akan, bila tetap',
    ]),
    totals: [
      'Jumlah',
      '',
      total((line) => line.ceiling),
      total((line) => line.spent),
      total((line) => line.reserved),
      total((line) => line.unspent),
      total((line) => line.owed),
      total((line) => line.lapses),
      total((line) => line.debt),
      '',
    ],
    remarks: yearEndRemarks(report),
  };
}

import { formatDate } from '../../shared/plain-date.js';
import { formatRupiah } from '../../shared/rupiah.js';
import { formatMonth } from '../../shared/service-month.js';
import type { ReportTable } from '../report-table.js';
import type { Unfunded, UnfundedLine } from './unfunded.js';

/** What is owed by line and by how near its payment is; below it what is missing month by month. */
export function unfundedTable(report: Unfunded): ReportTable {
  const { asOf, lines, owed, inRequest, funded, unfunded, priorYear } = report;
  return {
    title: 'Terutang, Belum Ada Dana',
    subtitle: `keadaan ${formatDate(asOf)}`,
    facts: [
      [
        'Urutan',
        'pagu dipakai untuk bulan layanan tertua lebih dahulu; sisanya belum ada dananya, tidak dibagi rata',
      ],
    ],
    columns: [
      { title: 'Sumber dana', width: 24 },
      { title: 'Pembayar', width: 20 },
      { title: 'Terutang', width: 15 },
      { title: 'Dalam proses SPP', width: 16 },
      { title: 'Dana tersedia', width: 15 },
      { title: 'Belum ada dana', width: 15 },
      { title: 'Utang tahun lalu', width: 16 },
      { title: 'Sejak', width: 12 },
      { title: 'Hari', width: 6 },
      { title: 'Kader', width: 7 },
    ],
    rows: lines.map((line) => [
      line.source,
      line.payerName,
      line.owed,
      line.inRequest,
      line.funded,
      line.unfunded,
      line.priorYear,
      line.since,
      line.days,
      line.kader,
    ]),
    totals: ['Jumlah', '', owed, inRequest, funded, unfunded, priorYear, '', '', ''],
    remarks: [...lines.flatMap(monthRemarks), ledgerRemark(report)],
  };
}

function monthRemarks({ source, months }: UnfundedLine): string[] {
  return months.map(
    ({ month, kader, missing }) =>
      `${source}, ${formatMonth(month)}: kurang ${formatRupiah(missing)} untuk ${String(kader)} kader.`,
  );
}

function ledgerRemark({ differences, owed, overpaid }: Unfunded): string {
  if (differences.length === 0) {
    return `Cocok dengan buku besar: utang honor ${formatRupiah(owed - overpaid)} = ${formatRupiah(owed)} terutang - ${formatRupiah(overpaid)} lebih bayar.`;
  }
  const each = differences.map(
    ({ source, rows, ledger }) =>
      `${source}: laporan ${formatRupiah(rows)}, buku besar ${formatRupiah(ledger)}`,
  );
  return `TIDAK COCOK dengan buku besar. ${each.join('; ')}. Jalankan honor ledger verify.`;
}

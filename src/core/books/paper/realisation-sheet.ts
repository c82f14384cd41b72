import type { PrintSheet } from '../../formats/print-sheet.js';
import type { Realisation, RealisationRow } from '../realisation.js';
import { bookSheet, type BookCell, type BookHeading } from './book-paper.js';
import { centre, count, emptySum, money, sum, sumLabel, text } from './cells.js';

/** Where the figures of a realisation end. */
export interface RealisationSpan {
  /** `Tahun Anggaran 2026 s.d. September 2026`. */
  readonly span: string;
  /** At which move of the budget ceilings and reservations were read. */
  readonly budgetAt: string;
}

/** Realisasi per sumber dana dan kode rekening. */
export function realisationSheet(
  heading: BookHeading,
  { span, budgetAt }: RealisationSpan,
  { rows, total }: Realisation,
): PrintSheet {
  return bookSheet({
    heading,
    title: 'Realisasi Anggaran',
    subtitle: span,
    facts: [['Pagu, terikat', budgetAt]],
    columns: [
      { title: 'No', width: 5 },
      { title: 'Pembayar', width: 16 },
      { title: 'Kegiatan', width: 11 },
      { title: 'Rekening', width: 12 },
      { title: 'Sumber Dana', width: 18 },
      { title: 'Pagu (Rp)', width: 16 },
      { title: 'Beban Honor (Rp)', width: 16 },
      { title: 'Terikat SPP (Rp)', width: 16 },
      { title: 'Dibayar (Rp)', width: 16 },
      { title: 'Sisa Pagu (Rp)', width: 16 },
      { title: 'Realisasi (%)', width: 11 },
    ],
    rows: rows.map(rowOf),
    sums: [
      [
        sumLabel('Jumlah', 5),
        sum(total.ceiling),
        sum(total.accrued),
        sum(total.reserved),
        sum(total.paid),
        sum(total.remaining),
        total.percent === null ? emptySum : sumLabel(comma(total.percent), 1),
      ],
    ],
    remarks: ['Sisa pagu = pagu - terikat - dibayar. Realisasi = dibayar dibagi pagu.'],
  });
}

function rowOf(row: RealisationRow, index: number): BookCell[] {
  return [
    count(index + 1),
    text(row.payer),
    text(row.activityCode),
    text(row.accountCode),
    text(row.source),
    money(row.ceiling),
    money(row.accrued),
    money(row.reserved),
    money(row.paid),
    money(row.remaining),
    centre(row.percent === null ? '-' : comma(row.percent)),
  ];
}

function comma(percent: string): string {
  return percent.replace('.', ',');
}

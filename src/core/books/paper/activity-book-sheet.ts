import type { PrintSheet } from '../../formats/print-sheet.js';
import { formatRupiah } from '../../shared/rupiah.js';
import { formatMonth } from '../../shared/service-month.js';
import type { ActivityBook, ActivityPart } from '../activity-book.js';
import { bookSheet, type BookCell, type BookHeading } from './book-paper.js';
import { count, day, money, small, sum, sumLabel, text } from './cells.js';

/** Buku Pembantu Kegiatan, a block an activity, account and source. */
export function activityBookSheet(heading: BookHeading, book: ActivityBook, budgetAt: string): PrintSheet {
  return bookSheet({
    heading,
    title: 'Buku Pembantu Kegiatan',
    subtitle: `Bulan ${formatMonth(book.month)}`,
    facts: [['Pagu', budgetAt]],
    columns: [
      { title: 'No', width: 5 },
      { title: 'Tanggal', width: 12 },
      { title: 'Uraian', width: 58 },
      { title: 'No. Bukti', width: 30 },
      { title: 'Belanja (Rp)', width: 17 },
      { title: 'Dibayar (Rp)', width: 17 },
      { title: 'Belum Dibayar (Rp)', width: 17 },
    ],
    rows: book.parts.flatMap(partRows),
    sums: [],
    remarks: [],
  });
}

function partRows(part: ActivityPart): BookCell[][] {
  const { untilLastMonth, thisMonth, untilThisMonth } = part;
  const before = untilLastMonth.accrued - untilLastMonth.paid;
  const name = `Kegiatan ${part.activityCode}, rekening ${part.accountCode}, sumber dana ${part.source}`;
  return [
    [sumLabel(`${name}: pagu ${formatRupiah(part.ceiling)}`, 7)],
    [
      text('Jumlah s.d. bulan lalu', 4),
      money(untilLastMonth.accrued),
      money(untilLastMonth.paid),
      money(before),
    ],
    ...part.rows.map((row) => [
      count(row.number),
      day(row.on),
      text(row.description),
      small(row.evidence),
      money(row.accrued),
      money(row.paid),
      money(row.owed),
    ]),
    [
      text('Jumlah bulan ini', 4),
      money(thisMonth.accrued),
      money(thisMonth.paid),
      money(thisMonth.accrued - thisMonth.paid),
    ],
    [
      sumLabel(`Jumlah s.d. bulan ini; sisa pagu ${formatRupiah(part.remaining)}`, 4),
      sum(untilThisMonth.accrued),
      sum(untilThisMonth.paid),
      sum(part.owed),
    ],
  ];
}

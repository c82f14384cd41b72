import type { PrintSheet } from '../../formats/print-sheet.js';
import { formatMonth } from '../../shared/service-month.js';
import type { TaxBook } from '../tax-book.js';
import { bookSheet, type BookCell, type BookHeading } from './book-paper.js';
import { count, day, emptySum, inWords, money, small, sum, sumLabel, text } from './cells.js';

/** Buku Pembantu Pajak: what was withheld, what was remitted, and what still has to be. */
export function taxBookSheet(heading: BookHeading, book: TaxBook): PrintSheet {
  return bookSheet({
    heading,
    title: 'Buku Pembantu Pajak',
    subtitle: `Bulan ${formatMonth(book.month)}`,
    facts: [],
    columns: [
      { title: 'No', width: 5 },
      { title: 'Tanggal', width: 12 },
      { title: 'Uraian', width: 42 },
      { title: 'Bukti', width: 30 },
      { title: 'Jenis Potongan', width: 22 },
      { title: 'Penerimaan: Pemotongan (Rp)', width: 16 },
      { title: 'Pengeluaran: Penyetoran (Rp)', width: 16 },
      { title: 'Saldo (Rp)', width: 16 },
    ],
    rows: [
      [text('Saldo awal', 7), money(book.opening)],
      ...book.rows.map((row) => [
        count(row.number),
        day(row.on),
        text(row.description),
        small(row.evidence),
        small(row.kind),
        money(row.receipt),
        money(row.payment),
        money(row.balance),
      ]),
      ...(book.rows.length > 0 ? [] : [[text('Nihil: tidak ada pemotongan atau penyetoran bulan ini.', 8)]]),
    ],
    sums: sumsOf(book),
    remarks: [
      `Saldo potongan yang belum disetor pada akhir ${formatMonth(book.month)}: ${inWords(book.closing)}.`,
    ],
  });
}

function sumsOf(book: TaxBook): BookCell[][] {
  const { thisMonth, untilLastMonth, untilThisMonth } = book;
  const ofKinds = book.kinds.map(({ kind, withheld, remitted, closing }) => [
    sumLabel(`Jumlah bulan ini, ${kind}`, 5),
    sum(withheld),
    sum(remitted),
    sum(closing),
  ]);
  return [
    ...ofKinds,
    [sumLabel('Jumlah bulan ini', 5), sum(thisMonth.receipts), sum(thisMonth.payments), emptySum],
    [
      sumLabel('Jumlah s.d. bulan lalu', 5),
      sum(untilLastMonth.receipts),
      sum(untilLastMonth.payments),
      emptySum,
    ],
    [
      sumLabel('Jumlah s.d. bulan ini', 5),
      sum(untilThisMonth.receipts),
      sum(untilThisMonth.payments),
      emptySum,
    ],
    [sumLabel('Saldo akhir', 7), sum(book.closing)],
  ];
}

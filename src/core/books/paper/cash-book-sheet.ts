import type { PrintSheet } from '../../formats/print-sheet.js';
import { formatMonth } from '../../shared/service-month.js';
import type { CashBook, CashMove } from '../cash-book.js';
import { bookSheet, type BookCell, type BookHeading } from './book-paper.js';
import { count, day, emptySum, inWords, money, small, sum, sumLabel, text } from './cells.js';

type Row = CashBook['rows'][number];

/** Buku Kas Umum with the columns of Permendagri 20/2018. */
export function generalCashBookSheet(heading: BookHeading, book: CashBook): PrintSheet {
  const title = 'Buku Kas Umum';
  return bookSheet({
    heading,
    title,
    subtitle: `Bulan ${formatMonth(book.month)}`,
    facts: [],
    columns: [
      { title: 'No', width: 5 },
      { title: 'Tanggal', width: 12 },
      { title: 'Kode Rekening', width: 20 },
      { title: 'Uraian', width: 38 },
      { title: 'Penerimaan (Rp)', width: 15 },
      { title: 'Pengeluaran (Rp)', width: 15 },
      { title: 'No. Bukti', width: 30 },
      { title: 'Pengeluaran Kumulatif (Rp)', width: 17 },
      { title: 'Saldo (Rp)', width: 15 },
    ],
    rows: [
      [text('Saldo awal', 8), money(book.opening)],
      ...book.rows.map((row) => [
        ...beginning(row),
        money(row.receipt),
        money(row.payment),
        small(row.evidence),
        money(row.paidThisYear),
        money(row.balance),
      ]),
      ...nothingIn(book, 9),
    ],
    sums: [
      ...turnovers(book).map(([label, receipts, payments]) => [
        sumLabel(label, 4),
        sum(receipts),
        sum(payments),
        emptySum,
        emptySum,
        emptySum,
      ]),
      [sumLabel('Saldo akhir', 8), sum(book.closing)],
    ],
    remarks: [closingSentence(title, book)],
  });
}

/** Buku Bank: what comes into the account and what goes out, as its statement shows it. */
export function bankBookSheet(heading: BookHeading, book: CashBook): PrintSheet {
  const title = 'Buku Bank';
  return bookSheet({
    heading,
    title,
    subtitle: `Bulan ${formatMonth(book.month)}`,
    facts: [],
    columns: [
      { title: 'No', width: 5 },
      { title: 'Tanggal', width: 12 },
      { title: 'Kode Rekening', width: 20 },
      { title: 'Uraian Transaksi', width: 56 },
      { title: 'Bukti Transaksi', width: 20 },
      { title: 'Pemasukan: Setoran (Rp)', width: 16 },
      { title: 'Pengeluaran: Penarikan (Rp)', width: 16 },
      { title: 'Saldo (Rp)', width: 16 },
    ],
    rows: [
      [text('Saldo awal', 7), money(book.opening)],
      ...book.rows.map((row) => [
        ...beginning(row),
        small(row.evidence),
        money(row.receipt),
        money(row.payment),
        money(row.balance),
      ]),
      ...nothingIn(book, 8),
    ],
    sums: [
      ...turnovers(book).map(([label, receipts, payments]) => [
        sumLabel(label, 5),
        sum(receipts),
        sum(payments),
        emptySum,
      ]),
      [sumLabel('Saldo akhir', 7), sum(book.closing)],
    ],
    remarks: [closingSentence(title, book)],
  });
}

function turnovers(book: CashBook): (readonly [string, bigint, bigint])[] {
  const { thisMonth, untilLastMonth, untilThisMonth } = book;
  return [
    ['Jumlah bulan ini', thisMonth.receipts, thisMonth.payments],
    ['Jumlah s.d. bulan lalu', untilLastMonth.receipts, untilLastMonth.payments],
    ['Jumlah s.d. bulan ini', untilThisMonth.receipts, untilThisMonth.payments],
  ];
}

function beginning({ number, on, code, description }: Row): BookCell[] {
  return [count(number), day(on), small(code), text(description)];
}

/** A month without a posting says so: an empty table might have been forgotten. */
function nothingIn({ rows }: { readonly rows: readonly CashMove[] }, columns: number): BookCell[][] {
  return rows.length > 0 ? [] : [[text('Nihil: tidak ada penerimaan atau pengeluaran bulan ini.', columns)]];
}

function closingSentence(title: string, { month, closing }: CashBook): string {
  return `${title} bulan ${formatMonth(month)} ditutup dengan saldo akhir ${inWords(closing)}.`;
}

import type { PrintSheet } from '../../formats/print-sheet.js';
import { formatMonth, nextMonth } from '../../shared/service-month.js';
import type { ClosingSheet } from '../closing-sheet.js';
import { bookSheet, type BookHeading } from './book-paper.js';
import { count, inWords, money, text } from './cells.js';

/** Register Penutupan Kas: opening, receipts and payments of a month, and what the closing ties with. */
export function closingRegisterSheet(heading: BookHeading, sheet: ClosingSheet): PrintSheet {
  const books = 'Buku Kas Umum, Buku Bank';
  const lines = [
    ['Saldo awal', books, sheet.opening],
    ['Jumlah penerimaan bulan ini', books, sheet.receipts],
    ['Jumlah pengeluaran bulan ini', books, sheet.payments],
    ['Saldo akhir', books, sheet.closing],
    ['Saldo akun kas', 'Neraca saldo buku besar', sheet.ledgerBalance],
    ['Saldo awal bulan berikutnya', `Buku ${formatMonth(nextMonth(sheet.month))}`, sheet.nextOpening],
  ] as const;
  return bookSheet({
    heading,
    title: 'Register Penutupan Kas',
    subtitle: `Bulan ${formatMonth(sheet.month)}`,
    facts: [],
    columns: [
      { title: 'No', width: 6 },
      { title: 'Uraian', width: 60 },
      { title: 'Menurut', width: 40 },
      { title: 'Jumlah (Rp)', width: 30 },
    ],
    rows: lines.map(([label, source, amount], index) => [
      count(index + 1),
      text(label),
      text(source),
      money(amount),
    ]),
    sums: [],
    remarks: [
      'Saldo awal + penerimaan - pengeluaran = saldo akhir, sama dengan neraca saldo dan saldo awal bulan berikutnya.',
      `Saldo akhir ${inWords(sheet.closing)}.`,
    ],
  });
}

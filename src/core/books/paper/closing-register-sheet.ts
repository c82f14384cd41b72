import type { PrintSheet } from '../../formats/print-sheet.js';
import { formatMonth, nextMonth } from '../../shared/service-month.js';
import type { ClosingSheet } from '../closing-sheet.js';
import { bookSheet, type BookHeading } from './book-paper.js';
import { count, inWords, money, text } from './cells.js';

/** Register Penutupan Kas: opening, receipts and payments of a month, and what the closing ties with. */
export function closingRegisterSheet(heading: BookHeading, sheet: ClosingSheet): PrintSheet {
  const lines = [
    ['Saldo awal bulan', sheet.opening],
    ['Jumlah penerimaan bulan ini', sheet.receipts],
    ['Jumlah pengeluaran bulan ini', sheet.payments],
    ['Saldo akhir menurut Buku Kas Umum dan Buku Bank', sheet.closing],
    ['Saldo akun kas menurut neraca saldo buku besar', sheet.ledgerBalance],
    [`Saldo awal ${formatMonth(nextMonth(sheet.month))}`, sheet.nextOpening],
  ] as const;
  return bookSheet({
    heading,
    title: 'Register Penutupan Kas',
    subtitle: `Bulan ${formatMonth(sheet.month)}`,
    facts: [],
    columns: [
      { title: 'No', width: 6 },
      { title: 'Uraian', width: 90 },
      { title: 'Jumlah (Rp)', width: 30 },
    ],
    rows: lines.map(([label, amount], index) => [count(index + 1), text(label), money(amount)]),
    sums: [],
    remarks: [
      'Saldo awal + penerimaan - pengeluaran = saldo akhir, sama dengan neraca saldo dan saldo awal bulan berikutnya.',
      `Saldo akhir ${inWords(sheet.closing)}.`,
    ],
  });
}

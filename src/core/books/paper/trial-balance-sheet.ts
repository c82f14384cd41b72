import type { PrintSheet } from '../../formats/print-sheet.js';
import type { TrialBalance } from '../trial-balance.js';
import { bookSheet, type BookHeading } from './book-paper.js';
import { count, money, sum, sumLabel, text } from './cells.js';

/** Neraca saldo; a credit balance stands with minus. */
export function trialBalanceSheet(heading: BookHeading, months: string, balance: TrialBalance): PrintSheet {
  const { total } = balance;
  return bookSheet({
    heading,
    title: 'Neraca Saldo',
    subtitle: months,
    facts: [],
    columns: [
      { title: 'No', width: 5 },
      { title: 'Akun', width: 70 },
      { title: 'Saldo Awal (Rp)', width: 19 },
      { title: 'Debit (Rp)', width: 19 },
      { title: 'Kredit (Rp)', width: 19 },
      { title: 'Saldo Akhir (Rp)', width: 19 },
    ],
    rows: balance.rows.map(({ account, opening, debit, credit, closing }, index) => [
      count(index + 1),
      text(account),
      money(opening),
      money(debit),
      money(credit),
      money(closing),
    ]),
    sums: [
      [sumLabel('Jumlah', 2), sum(total.opening), sum(total.debit), sum(total.credit), sum(total.closing)],
    ],
    remarks: ['Saldo kredit (utang dan pendapatan) ditulis dengan tanda minus.'],
  });
}

import { maskAccount, maskNik } from '../mask.js';
import { formatDate } from '../../shared/plain-date.js';
import type { PrintCell, PrintRow } from '../print-sheet.js';
import type { Recipient } from './recipients-list.js';

/** High enough to sign in, and for a decree's long number over its date. */
const ROW_HEIGHT = 30;

/** One line of the list; `index` counts from 0. */
export function recipientRow(recipient: Recipient, index: number): PrintRow {
  const number = index + 1;
  const values = [
    ...identity(recipient, number),
    ...amounts(recipient),
    { value: accountText(recipient), style: 'small' },
    // Signatures stand left and right in turn, as on every Indonesian list, so that they do not overlap.
    { value: `${String(number)}. ............`, style: number % 2 === 1 ? 'sign-left' : 'sign-right' },
  ] satisfies Omit<PrintCell, 'column'>[];
  return { cells: values.map((cell, position) => ({ ...cell, column: position + 1 })), height: ROW_HEIGHT };
}

function identity(recipient: Recipient, number: number): Omit<PrintCell, 'column'>[] {
  return [
    { value: number, style: 'count' },
    { value: recipient.name, style: 'text' },
    { value: maskNik(recipient.nik), style: 'centre' },
    { value: recipient.posyandu, style: 'text' },
    { value: recipient.jorong, style: 'text' },
    { value: recipient.role, style: 'text' },
    { value: `${recipient.decree.number}\n${formatDate(recipient.decree.date)}`, style: 'small' },
  ];
}

function amounts(recipient: Recipient): Omit<PrintCell, 'column'>[] {
  return [
    { value: recipient.months, style: 'count' },
    recipient.rate === undefined
      ? { value: 'bervariasi', style: 'centre' }
      : { value: recipient.rate, style: 'money' },
    { value: recipient.gross, style: 'money' },
    { value: recipient.incomeTax, style: 'money' },
    { value: recipient.otherDeductions, style: 'money' },
    { value: recipient.net, style: 'money' },
  ];
}

function accountText({ account }: Recipient): string {
  return account === undefined ? 'Tunai' : `${account.bank}\n${maskAccount(account.number)}`;
}

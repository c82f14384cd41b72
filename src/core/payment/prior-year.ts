import { DomainError } from '../shared/domain-error.js';
import type { PlainDate } from '../shared/plain-date.js';
import { fiscalYearOf, type ServiceMonth } from '../shared/service-month.js';
import { monthsPhrase } from '../formats/months-phrase.js';

/** Out of which budget a request pays: that of the months themselves, or a later one for debt of a closed year. */
export type RequestKind = 'current' | 'prior-year';

/** The decree that lets an earlier year's debt be paid. */
export interface DebtBasis {
  readonly number: string;
  readonly date: PlainDate;
  readonly title: string;
}

/** The budget line that debts of earlier years are to be paid from. */
export interface DebtLine {
  readonly id: number;
  /** `13.10.04.2001/DDS/2027`. */
  readonly key: string;
  readonly payer: string;
  readonly fiscalYear: number;
  readonly payableAccountId: number;
  /** Whether a decree opened it for debts of earlier years. */
  readonly isMarked: boolean;
  readonly isClosed: boolean;
}

/** A debt that is to be paid. */
export interface DebtWish {
  readonly payer: string;
  readonly months: readonly ServiceMonth[];
  readonly basis: DebtBasis;
}

/**
 * The fiscal year whose debt a request pays.
 *
 * @throws DomainError when the line is not for it, the months are not of one earlier year, or the basis is blank or
 *   later than today
 */
export function debtYearOf({ payer, months, basis }: DebtWish, line: DebtLine, today: PlainDate): number {
  const { number, title, date } = basis;
  if (number === '' || title === '') throw new DomainError('invalid', 'payment.debt-basis-missing', {});
  if (date > today) throw new DomainError('invalid', 'payment.debt-basis-later', { date, today });
  const source = line.key;
  if (line.payer !== payer) throw new DomainError('invalid', 'payment.debt-line-of-other', { source, payer });
  if (line.isClosed)
    throw new DomainError('conflict', 'funding.year-closed', { source, year: line.fiscalYear });
  if (!line.isMarked) throw new DomainError('conflict', 'payment.debt-line-unmarked', { source });
  const years = [...new Set(months.map(fiscalYearOf))];
  const [year] = years;
  if (year === undefined || years.length > 1) {
    throw new DomainError('invalid', 'payment.debt-of-two-years', { months: monthsPhrase(months) });
  }
  if (year < line.fiscalYear) return year;
  throw new DomainError('invalid', 'payment.debt-not-earlier', { source, months: monthsPhrase(months) });
}

/** "utang tahun anggaran 2026". */
export function debtPhrase(months: readonly ServiceMonth[]): string {
  const [first] = months;
  return first === undefined ? 'utang tahun lalu' : `utang tahun anggaran ${String(fiscalYearOf(first))}`;
}

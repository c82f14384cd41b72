import { stateNames, type RequestState } from '../payment/request-state.js';
import { DomainError } from '../shared/domain-error.js';
import { formatDate, type PlainDate } from '../shared/plain-date.js';
import { refuseAny } from '../shared/refusals.js';
import type { Rupiah } from '../shared/rupiah.js';
import type { BudgetProjection } from './budget-projection.js';
import { sourceKey, type RegisteredSource } from './plan-funding-import.js';

/** A line of the year that is to be closed, and what it still owes kader. */
export interface ClosingSource
  extends RegisteredSource, Pick<BudgetProjection, 'ceiling' | 'reserved' | 'spent'> {
  readonly id: number;
  readonly debt: Rupiah;
}

/** A request that takes from a line of the year and is not done. */
export interface OpenRequest {
  readonly number: string;
  readonly state: RequestState;
}

/** What becomes of one line: nothing of it can be spent any more, and what it owes stays owed. */
export interface BudgetLapse {
  readonly fundingSourceId: number;
  readonly source: string;
  readonly ceiling: Rupiah;
  readonly spent: Rupiah;
  readonly lapsed: Rupiah;
  readonly debt: Rupiah;
}

export interface ClosingWish {
  readonly payer: string;
  readonly year: number;
  /** The paper it rests on, tidied. */
  readonly basis: string;
  /** First day on which the year may be closed. */
  readonly notBefore: PlainDate;
  readonly on: PlainDate;
}

/**
 * What lapses when a payer's fiscal year is closed. What is owed is forfeited by nothing here.
 *
 * @throws Refusals when the year is not over, no paper is named, there is no line, or a request is still under way:
 *   every one of them with what to do
 */
export function planYearClosing(
  wish: ClosingWish,
  lines: readonly ClosingSource[],
  requests: readonly OpenRequest[],
): BudgetLapse[] {
  const { payer, year, basis, notBefore, on } = wish;
  if (basis === '') throw new DomainError('invalid', 'funding.closing-basis-missing', { payer, year });
  if (on < notBefore) {
    const facts = { year, from: formatDate(notBefore), today: formatDate(on) };
    throw new DomainError('conflict', 'funding.year-not-over', facts);
  }
  if (lines.length === 0) throw new DomainError('missing', 'funding.closing-nothing', { payer, year });
  refuseAny(requests.map((request) => openRefusal(request, year)));
  return lines.map(({ id: fundingSourceId, ceiling, spent, reserved, debt, ...line }) => {
    if (reserved > 0n) {
      throw new DomainError('conflict', 'funding.closing-reserved', {
        source: sourceKey({ ...line }),
        reserved,
      });
    }
    return { fundingSourceId, source: sourceKey({ ...line }), ceiling, spent, lapsed: ceiling - spent, debt };
  });
}

const whatToDo = {
  draft: 'Ajukan dan cairkan sekarang, atau batalkan dengan: honor request cancel {number} --reason ALASAN.',
  underWay:
    'Cairkan sekarang, atau kembalikan dengan: honor request reject {number} --reason ALASAN, lalu request cancel.',
  disbursing: 'Catat jawaban bank dengan: honor disbursement reconcile {number} BERKAS.',
} as const;

function openRefusal({ number, state }: OpenRequest, year: number): DomainError {
  const todo = state === 'draft' || state === 'disbursing' ? whatToDo[state] : whatToDo.underWay;
  const facts = { number, year, state: stateNames[state], todo: todo.replace('{number}', number) };
  return new DomainError('conflict', 'funding.closing-request-open', facts);
}

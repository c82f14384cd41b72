import { Injectable } from '@nestjs/common';
import { maskNik } from '../../core/formats/mask.js';
import { monthsPhrase } from '../../core/formats/months-phrase.js';
import { setAsideOverpaid, type OwedForMonth } from '../../core/overpayment/set-aside-overpaid.js';
import { payableSet, type Payee } from '../../core/payment/payee.js';
import { debtYearOf, type DebtBasis, type DebtLine } from '../../core/payment/prior-year.js';
import { withinBudget, type LeftOut } from '../../core/payment/within-budget.js';
import { DomainError } from '../../core/shared/domain-error.js';
import { invariant } from '../../core/shared/invariant.js';
import type { PlainDate } from '../../core/shared/plain-date.js';
import { refuseAny } from '../../core/shared/refusals.js';
import { sumRupiah, type Rupiah } from '../../core/shared/rupiah.js';
import { fiscalYearOf, formatMonth, type ServiceMonth } from '../../core/shared/service-month.js';
import type { Tx } from '../../platform/database/transaction.js';
import { DebtLinesService } from '../funding-sources/debt-lines.service.js';
import type { PayingBody } from '../funding-sources/funding-sources.service.js';
import { RequestBudgetRepository, type BudgetRoom } from './request-budget.repository.js';

/** Debt of a closed year that a request is to pay: out of which line of the payer, by which decree. */
export interface PriorYearWish {
  readonly label: string;
  readonly fiscalYear: number;
  readonly basis: DebtBasis;
}

/** The line that pays the debt of one earlier year, and why it may. */
export interface RequestDebt {
  readonly line: DebtLine;
  readonly year: number;
  readonly basis: DebtBasis;
}

export interface ScopeWish {
  readonly months: readonly ServiceMonth[];
  readonly retryReturned: boolean;
  /** Only as much as the ceilings bear. */
  readonly withinBudget: boolean;
  readonly debt: RequestDebt | null;
}

/** A month of a kader that no ceiling reaches; NIK masked. */
export interface NamedLeftOut {
  readonly kader: string;
  readonly nik: string;
  readonly month: ServiceMonth;
  readonly amount: Rupiah;
  readonly short: readonly { readonly source: string; readonly missing: Rupiah }[];
}

/** What of that which is owed a request takes. */
export interface Scope {
  readonly shares: readonly OwedForMonth[];
  readonly months: readonly ServiceMonth[];
  readonly leftOut: readonly NamedLeftOut[];
}

/** Which of what is owed may go into a request: by fiscal year and, where it is asked for, by ceiling. */
@Injectable()
export class RequestScope {
  constructor(
    private readonly lines: DebtLinesService,
    private readonly budgets: RequestBudgetRepository,
  ) {}

  /** @throws DomainError when the line, the months or the basis are not as debt of an earlier year needs them */
  async debtOf(
    tx: Tx,
    payer: string,
    wish: { readonly months: readonly ServiceMonth[]; readonly priorYear?: PriorYearWish },
    today: PlainDate,
  ): Promise<RequestDebt | null> {
    if (wish.priorYear === undefined) return null;
    const { label, fiscalYear, basis } = wish.priorYear;
    const line = await this.lines.require(tx, { payer, label, fiscalYear });
    return { line, basis, year: debtYearOf({ payer, months: wish.months, basis }, line, today) };
  }

  /** @throws DomainError when the months are of the other kind of request; Refusals when no month fits its ceiling */
  async of(
    tx: Tx,
    body: PayingBody,
    wish: ScopeWish,
    owed: { readonly shares: readonly OwedForMonth[]; readonly payees: ReadonlyMap<number, Payee> },
  ): Promise<Scope> {
    const { shares, payees } = owed;
    const sourceIds = [...new Set(shares.map(({ sourceId }) => sourceId))];
    refuseOtherYears(body, wish, shares, await this.lines.closedAmong(tx, sourceIds));
    if (!wish.withinBudget) return { shares, months: wish.months, leftOut: [] };
    const rooms = await this.budgets.roomOf(tx, body.id);
    // Who cannot be paid takes no room; what was paid too much is nobody's need.
    const { owed: needed } = setAsideOverpaid(shares);
    const { payable } = payableSet(needed, payees, wish);
    const canBePaid = new Set(payable.map(({ payee }) => payee.kaderId));
    const candidates = needed
      .filter(({ kaderId }) => canBePaid.has(kaderId))
      .map((share) => ({ ...share, sourceId: wish.debt?.line.id ?? share.sourceId }));
    const { taken, leftOut } = withinBudget(
      candidates,
      new Map(rooms.map(({ id, available }) => [id, available])),
    );
    const named = leftOut.map((one) => nameOf(one, payees, rooms));
    if (taken.length === 0) refuseAny(named.flatMap(leftOutErrors));
    const waiting = new Set(leftOut.map(keyOf));
    return {
      shares: shares.filter(({ kaderId, serviceMonth: month }) => !waiting.has(keyOf({ kaderId, month }))),
      months: [...new Set(taken.map(({ serviceMonth }) => serviceMonth))].sort(),
      leftOut: named,
    };
  }
}

/** Says why a month of a kader waits, a sentence for each line that is short. */
export function leftOutErrors({ kader, nik, month, amount, short }: NamedLeftOut): DomainError[] {
  return short.map(({ source, missing }) => {
    const facts = { kader, nik, month: formatMonth(month), amount, missing, source };
    return new DomainError('conflict', 'payment.within-budget-left-out', facts);
  });
}

/** Debt of a closed year and honor of an open one never go the same way. */
function refuseOtherYears(
  { code: payer }: PayingBody,
  { debt }: ScopeWish,
  shares: readonly OwedForMonth[],
  closed: ReadonlySet<number>,
): void {
  const wrong = shares.filter(({ sourceId }) => closed.has(sourceId) === (debt === null));
  const amount = sumRupiah(wrong.map((share) => share.amount));
  const [first] = wrong;
  if (first === undefined || amount <= 0n) return;
  const months = monthsPhrase([...new Set(wrong.map(({ serviceMonth }) => serviceMonth))].sort());
  const facts = { payer, months, year: fiscalYearOf(first.serviceMonth) };
  throw debt === null
    ? new DomainError('conflict', 'payment.prior-year-needed', { ...facts, amount })
    : new DomainError('conflict', 'payment.year-not-closed', facts);
}

function nameOf(
  { kaderId, month, amount, short }: LeftOut,
  payees: ReadonlyMap<number, Payee>,
  rooms: readonly BudgetRoom[],
): NamedLeftOut {
  const payee = payees.get(kaderId);
  invariant(payee !== undefined, 'who waits is known');
  const sourceOf = (id: number) => rooms.find((room) => room.id === id)?.source ?? String(id);
  return {
    kader: payee.name,
    nik: maskNik(payee.nik),
    month,
    amount,
    short: short.map(({ sourceId, missing }) => ({ source: sourceOf(sourceId), missing })),
  };
}

function keyOf({ kaderId, month }: Pick<LeftOut, 'kaderId' | 'month'>): string {
  return `${String(kaderId)}/${month}`;
}

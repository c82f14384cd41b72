import type { Rupiah } from '../shared/rupiah.js';
import { groupBy } from '../shared/group-by.js';
import { fiscalYearOf, type ServiceMonth } from '../shared/service-month.js';
import { inBookOrder, sidesOf, type BookEntry, type PeriodTotal } from './book-entry.js';
import { batchDescription, batchEvidence } from './evidence.js';
import { runningBook, type BookBefore, type BookMove, type RunningBook } from './running-book.js';

interface WithheldAccount {
  readonly accountId: number;
  /** `TaxPayable:PPh21`. */
  readonly kind: string;
}

interface TaxMove extends BookMove {
  readonly kind: string;
}

/** What is withheld and handed on of one kind of tax or contribution. */
interface TaxKind {
  readonly kind: string;
  readonly opening: Rupiah;
  readonly withheld: Rupiah;
  readonly remitted: Rupiah;
  /** What is still owed to whom it was withheld for; not zero at the end of a month is what auditors look for. */
  readonly closing: Rupiah;
}

export interface TaxBook extends RunningBook<TaxMove> {
  readonly kinds: readonly TaxKind[];
}

export interface TaxBookFacts {
  readonly month: ServiceMonth;
  readonly accounts: readonly WithheldAccount[];
  readonly totals: readonly PeriodTotal[];
  readonly entries: readonly BookEntry[];
}

const WITHHELD = /^Liabilities:((?:Tax|Bpjs)Payable(?::.+)?)$/;

/**
 * What an account withholds for somebody else, `TaxPayable:PPh21`, if it is one of this payer.
 *
 * @param payer its code as accounts write it, `13-10-04-2002`
 */
export function withheldKind(accountCode: string, payer: string): string | undefined {
  const parts = WITHHELD.exec(accountCode)?.[1]?.split(':');
  if (!parts?.includes(payer)) return undefined;
  return parts.filter((part) => part !== payer).join(':');
}

/** Buku Pembantu Pajak: what was withheld (penerimaan) and remitted (penyetoran), a row a batch and kind. */
export function taxBook(facts: TaxBookFacts): TaxBook {
  const before = facts.totals.filter(({ period }) => period < facts.month);
  const moves = [
    ...groupBy(inBookOrder(facts.entries.filter(isOfMonth(facts))), (entry) => entry.batchId).values(),
  ].flatMap((entries) => movesOf(entries, facts.accounts));
  const ids = new Set(facts.accounts.map(({ accountId }) => accountId));
  const ours = before.filter(({ accountId }) => ids.has(accountId));
  const book = runningBook(facts.month, beforeOf(ours, facts.month), moves);
  return { ...book, kinds: kindsOf(facts, ours, moves) };
}

function isOfMonth({ month }: TaxBookFacts): (entry: BookEntry) => boolean {
  return ({ period }) => period === month;
}

function movesOf(
  entries: readonly [BookEntry, ...BookEntry[]],
  accounts: readonly WithheldAccount[],
): TaxMove[] {
  return [...groupBy(accounts, ({ kind }) => kind)].flatMap(([kind, ofKind]) => {
    const isCounted = (id: number) => ofKind.some(({ accountId }) => accountId === id);
    const touching = entries.filter((entry) => entry.accounts.some(isCounted));
    const [first, ...others] = touching;
    if (first === undefined) return [];
    const sides = touching.map((entry) => sidesOf(entry, isCounted));
    return [
      {
        on: first.effectiveOn,
        evidence: batchEvidence([first, ...others]),
        description: batchDescription([first, ...others]),
        kind,
        receipt: sides.reduce((sum, { credit }) => sum + credit, 0n),
        payment: sides.reduce((sum, { debit }) => sum + debit, 0n),
      },
    ];
  });
}

function beforeOf(totals: readonly PeriodTotal[], month: ServiceMonth): BookBefore {
  const ofYear = totals.filter(({ period }) => fiscalYearOf(period) === fiscalYearOf(month));
  return {
    opening: totals.reduce((sum, { debit, credit }) => sum + credit - debit, 0n),
    thisYear: {
      receipts: ofYear.reduce((sum, { credit }) => sum + credit, 0n),
      payments: ofYear.reduce((sum, { debit }) => sum + debit, 0n),
    },
  };
}

function kindsOf(
  { accounts }: TaxBookFacts,
  before: readonly PeriodTotal[],
  moves: readonly TaxMove[],
): TaxKind[] {
  return [...groupBy(accounts, ({ kind }) => kind)].sort(byKind).map(([kind, ofKind]) => {
    const ids = new Set(ofKind.map(({ accountId }) => accountId));
    const opening = before
      .filter(({ accountId }) => ids.has(accountId))
      .reduce((sum, { debit, credit }) => sum + credit - debit, 0n);
    const own = moves.filter((move) => move.kind === kind);
    const withheld = own.reduce((sum, { receipt }) => sum + receipt, 0n);
    const remitted = own.reduce((sum, { payment }) => sum + payment, 0n);
    return { kind, opening, withheld, remitted, closing: opening + withheld - remitted };
  });
}

function byKind([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number {
  return one < other ? -1 : 1;
}

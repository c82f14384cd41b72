import { previousMonth, type ServiceMonth } from '../shared/service-month.js';
import { ByteWriter } from './byte-writer.js';
import type { Sha256 } from './chain-hash.js';

/** Batches without entries: they close a reporting period, or reopen it. Stored and hashed: never reuse a number. */
export const closingKinds = { closing: 7, reopening: 8 } as const;
export type ClosingKind = (typeof closingKinds)[keyof typeof closingKinds];

/** What a closing or reopening states; the actor of its batch is whoever closed, or confirmed the reopening. */
export interface ClosingStatement {
  readonly kind: ClosingKind;
  readonly period: ServiceMonth;
  /** Why it is reopened; empty for a closing. */
  readonly reason: string;
  /** User name of whoever asked for it: another person than the actor for a reopening. */
  readonly requestedBy: string;
  /** Hash of the balances of all accounts over the chain before it (`trialBalanceHash`). */
  readonly balanceHash: Uint8Array;
}

export function isClosingKind(kind: number): kind is ClosingKind {
  return kind === closingKinds.closing || kind === closingKinds.reopening;
}

/** Whether two user names are those of one person: `Eka` and `eka` are. */
export function isSamePerson(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

/** The root of a batch without entries (layout: README.md in this folder). */
export function closingRoot(statement: ClosingStatement, sha256: Sha256): Uint8Array {
  const text = (content: string) => sha256(new TextEncoder().encode(content));
  const writer = new ByteWriter()
    .raw(Uint8Array.of(0x04, 0x01))
    .int2(statement.kind)
    .raw(new TextEncoder().encode(statement.period))
    .raw(text(statement.reason))
    .raw(text(statement.requestedBy))
    .raw(statement.balanceHash);
  return sha256(writer.bytes());
}

/** The month that stands closed, with all before it, once this closing or reopening is in the chain. */
export function closedThroughAfter({
  kind,
  period,
}: Pick<ClosingStatement, 'kind' | 'period'>): ServiceMonth {
  return kind === closingKinds.closing ? period : previousMonth(period);
}

import { plainDateOf, type PlainDate } from '../shared/plain-date.js';
import type { Rupiah } from '../shared/rupiah.js';
import type { RetentionRule } from './retention-rule.js';

/** What is known of a kader when somebody asks whether her data is still to be kept. */
export interface RetentionFacts {
  /** The last payment, entitlement, entry, correction or other change about her; null when none is known. */
  readonly lastOn: PlainDate | null;
  /** The last day of her last appointment; null when she never had one. */
  readonly appointedUntil: PlainDate | null;
  /** What the books still owe her, and what she still owes; neither below zero. */
  readonly owed: Rupiah;
  readonly overpaid: Rupiah;
  /** Payment requests about her, and payments or returns, that have not ended. */
  readonly openRequests: number;
  /** Rights of hers to sign in that nobody has taken away. */
  readonly openLogins: number;
}

/** Why the data of a person is still kept. */
export const keptReasons = [
  'no-rule',
  'nothing-known',
  'appointed',
  'owed',
  'overpaid',
  'request-open',
  'login-open',
  'retention-running',
] as const;

export type KeptReason = (typeof keptReasons)[number];

export interface RetentionDecision {
  /** The last day on which it is kept; null where nobody can say. */
  readonly keptUntil: PlainDate | null;
  /** Why not yet; empty when it is time. */
  readonly reasons: readonly KeptReason[];
}

/**
 * Until when the data of a kader is kept, and why not shorter: the fiscal year, which is the calendar year, of the last
 * thing that happened, and so many years after it. What is not known is no reason to erase anything.
 */
export function decideRetention(
  facts: RetentionFacts,
  rule: RetentionRule | undefined,
  today: PlainDate,
): RetentionDecision {
  const keptUntil = lastDayKept(facts, rule);
  const why: Readonly<Record<KeptReason, boolean>> = {
    'no-rule': rule === undefined,
    'nothing-known': facts.lastOn === null || (rule !== undefined && keptUntil === null),
    appointed: facts.appointedUntil !== null && facts.appointedUntil >= today,
    owed: facts.owed !== 0n,
    overpaid: facts.overpaid !== 0n,
    'request-open': facts.openRequests !== 0,
    'login-open': facts.openLogins !== 0,
    'retention-running': keptUntil !== null && keptUntil >= today,
  };
  return { keptUntil, reasons: keptReasons.filter((reason) => why[reason]) };
}

// A year beyond the calendar of the program is nothing that can be known.
function lastDayKept({ lastOn }: RetentionFacts, rule: RetentionRule | undefined): PlainDate | null {
  if (lastOn === null || rule === undefined) return null;
  return plainDateOf(Number(lastOn.slice(0, 4)) + rule.years, 12, 31) ?? null;
}

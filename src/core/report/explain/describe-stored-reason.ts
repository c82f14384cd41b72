import { describeReason } from '../../honor/describe-reason.js';
import type { Reason } from '../../honor/reason.js';
import type { Rupiah } from '../../shared/rupiah.js';

/** A step as it is stored beside an amount: whatever the engine of that day wrote. */
export interface StoredReason {
  readonly step: string;
  readonly [fact: string]: unknown;
}

/** A step in words, with the amount it comes to; null where it comes to none. */
export interface ExplainedStep {
  readonly step: string;
  readonly text: string;
  readonly amount: Rupiah | null;
}

/** Steps that have a wording; the compiler asks for every one there is. */
const knownSteps: Readonly<Record<Reason['step'], true>> = {
  policy: true,
  'policy-replaced': true,
  'tops-up': true,
  'policy-from-next-month': true,
  'month-of-first-place': true,
  'december-before-its-end': true,
  appointment: true,
  'bidang-not-started': true,
  'days-not-paid': true,
  'flat-monthly': true,
  'by-role': true,
  'by-tier': true,
  'without-tier': true,
  'by-bidang': true,
  'top-up': true,
  'prorated-by-days': true,
  'half-month': true,
  'per-activity': true,
  transport: true,
  'activity-kind': true,
  'activity-left-out': true,
  capped: true,
  'attendance-met': true,
  'attendance-below': true,
  lump: true,
  'thirteenth-month': true,
  'months-served': true,
  'months-without-policy': true,
  funded: true,
};

/** Facts that are rupiah; JSON keeps them as whole numbers. */
const moneyFacts: ReadonlySet<string> = new Set(['amount', 'rate', 'uncapped', 'full', 'total', 'floor']);

/**
 * A stored step in Bahasa Indonesia. A step that this version does not know is told with all its facts: an amount
 * is never shown without where it came from.
 */
export function describeStoredReason(stored: StoredReason): ExplainedStep {
  const { step } = stored;
  const text = step in knownSteps ? describeReason(revived(stored)) : everyFactOf(stored);
  return { step, text, amount: amountOf(stored) };
}

/** The step as the engine had it before it was stored. */
function revived(stored: StoredReason): Reason {
  const facts = Object.entries(stored).map(([name, value]) => [
    name,
    moneyFacts.has(name) && typeof value === 'number' ? BigInt(value) : value,
  ]);
  return Object.fromEntries(facts) as Reason;
}

function everyFactOf({ step, ...facts }: StoredReason): string {
  const told = Object.entries(facts).map(([name, value]) => `${name} ${shown(value)}`);
  return [step, ...told].join(', ');
}

function amountOf({ amount }: StoredReason): Rupiah | null {
  return typeof amount === 'number' && Number.isSafeInteger(amount) ? BigInt(amount) : null;
}

function shown(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

import { DomainError } from '../shared/domain-error.js';
import type { Rupiah } from '../shared/rupiah.js';

/** An entry as far as a reversal is judged by it. */
export interface ReversedContent {
  readonly batchId: number;
  readonly sequence: number;
  /** Of its batch; null when that is not sealed, or not there. */
  readonly position: bigint | null;
  readonly partyId: number;
  readonly regionDigits: bigint;
  readonly accounts: readonly number[];
  readonly amounts: readonly Rupiah[];
}

/** An entry that says it reverses another, and which. */
export interface Reversal extends ReversedContent {
  readonly reversesBatchId: number | null;
  readonly reversesSequence: number | null;
}

/**
 * What is wrong with one entry that reverses another: it must stand behind it in the chain, be about the same
 * party and region, and negate exactly its lines; and nothing is reversed twice.
 *
 * @param original what it names; undefined when that is not there
 * @param before the reversal before it, in order of what they name
 */
export function reversalProblems(
  reversal: Reversal,
  original: ReversedContent | undefined,
  before: Reversal | undefined,
): readonly DomainError[] {
  const place = { batch: reversal.batchId, sequence: reversal.sequence };
  const problems: DomainError[] = [];
  if (original === undefined || !isUndone(original, reversal))
    problems.push(new DomainError('conflict', 'ledger.reversal-differs', place));
  if (before !== undefined && target(before) === target(reversal))
    problems.push(new DomainError('conflict', 'ledger.reversed-twice', place));
  return problems;
}

function isUndone(original: ReversedContent, reversal: Reversal): boolean {
  return (
    isLater(reversal.position, original.position) &&
    reversal.partyId === original.partyId &&
    reversal.regionDigits === original.regionDigits &&
    linesOf(reversal, 1n) === linesOf(original, -1n)
  );
}

function isLater(position: bigint | null, other: bigint | null): boolean {
  return position !== null && other !== null && position > other;
}

/** In one order: debits stand before credits, so the lines of a reversal stand in another than those it undoes. */
function linesOf({ accounts, amounts }: ReversedContent, sign: 1n | -1n): string {
  return accounts
    .map((account, index) => `${String(account)}:${String((amounts[index] ?? 0n) * sign)}`)
    .sort()
    .join();
}

function target({ reversesBatchId, reversesSequence }: Reversal): string {
  return `${String(reversesBatchId)}:${String(reversesSequence)}`;
}

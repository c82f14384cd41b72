import { DomainError } from '../shared/domain-error.js';
import { formatRupiah, type Rupiah } from '../shared/rupiah.js';
import type { BudgetProjection } from './budget-projection.js';
import { sourceKey, type RegisteredSource } from './plan-funding-import.js';

/** What one payment request binds of a budget line. */
export interface BoundBudget {
  /** The number of the request. */
  readonly reference: string;
  readonly reserved: Rupiah;
  readonly spent: Rupiah;
}

/** A ceiling set anew by a change of budget. */
export interface RevisionWish {
  readonly to: Rupiah;
  readonly legalBasis: string;
  /** Whether this ceiling was set by this legal basis before. */
  readonly isRecorded: boolean;
}

/** The move that makes a ceiling what a revision says. */
export interface RevisionMove {
  readonly kind: 'allot' | 'cut';
  readonly amount: Rupiah;
}

type RevisedSource = RegisteredSource & Pick<BudgetProjection, 'reserved' | 'spent'>;

/**
 * How a budget revision raises or lowers a ceiling; undefined when it is that already.
 *
 * @throws DomainError when it names no legal basis, would go below what is bound, or was recorded and
 *   overtaken by another since
 */
export function planRevision(
  source: RevisedSource,
  wish: RevisionWish,
  bound: readonly BoundBudget[],
): RevisionMove | undefined {
  const key = sourceKey(source);
  if (wish.legalBasis.trim() === '') {
    throw new DomainError('invalid', 'funding.revision-basis-missing', { source: key });
  }
  const { ceiling } = source;
  if (wish.to === ceiling) return undefined;
  if (wish.isRecorded) {
    const facts = { source: key, after: wish.to, basis: wish.legalBasis, before: ceiling };
    throw new DomainError('conflict', 'funding.revision-overtaken', facts);
  }
  if (wish.to > ceiling) return { kind: 'allot', amount: wish.to - ceiling };
  refuseBelowBound(source, wish.to, bound);
  return { kind: 'cut', amount: ceiling - wish.to };
}

function refuseBelowBound(source: RevisedSource, to: Rupiah, bound: readonly BoundBudget[]): void {
  const { ceiling, reserved, spent } = source;
  const least = reserved + spent;
  if (to >= least) return;
  throw new DomainError('conflict', 'funding.revision-below-bound', {
    source: sourceKey(source),
    before: ceiling,
    after: to,
    least,
    reserved,
    spent,
    requests: whereBound(bound),
  });
}

const NAMED_AT_MOST = 10;

function whereBound(bound: readonly BoundBudget[]): string {
  const named = bound.slice(0, NAMED_AT_MOST).map(describeBound);
  const others = bound.length - named.length;
  return [...named, ...(others > 0 ? [`dan ${String(others)} SPP lain`] : [])].join('; ');
}

function describeBound({ reference, reserved, spent }: BoundBudget): string {
  const parts = [
    ...(reserved === 0n ? [] : [`terikat ${formatRupiah(reserved)}`]),
    ...(spent === 0n ? [] : [`terpakai ${formatRupiah(spent)}`]),
  ];
  return `SPP ${reference} ${parts.join(' dan ')}`;
}

import { invariant } from '../shared/invariant.js';
import { sumRupiah, type Rupiah } from '../shared/rupiah.js';
import type { FundingRule, SourceReference, WaterfallRule } from './funding-rule.js';
import { splitByWeight } from './split-by-weight.js';

/** What one source carries of an amount, in whole rupiah; never zero. */
export interface SourceShare {
  readonly source: SourceReference;
  readonly amount: Rupiah;
}

/** Divides one amount (zero or more) over sources by the rule. The shares add up to the amount. */
export function splitOverSources(amount: Rupiah, rule: FundingRule): readonly SourceShare[] {
  const known = knownSplits.get(rule) ?? new Map<Rupiah, readonly SourceShare[]>();
  const shares = known.get(amount) ?? split(amount, rule);
  // Most kader of a scheme earn one of a few amounts; the rest is worked out each time.
  if (known.size < AMOUNTS_KEPT) knownSplits.set(rule, known.set(amount, shares));
  return shares;
}

const AMOUNTS_KEPT = 256;
const knownSplits = new WeakMap<FundingRule, Map<Rupiah, readonly SourceShare[]>>();

function split(amount: Rupiah, rule: FundingRule): SourceShare[] {
  invariant(amount >= 0n, 'only amounts of zero or more are split over sources');
  const shares =
    rule.kind === 'percentage' ? byPercentage(amount, rule.parts) : byWaterfall(amount, rule.steps);
  invariant(sumRupiah(shares.map((share) => share.amount)) === amount, 'the shares add up to the amount');
  return shares.filter((share) => share.amount !== 0n);
}

function byPercentage(
  amount: Rupiah,
  parts: Extract<FundingRule, { kind: 'percentage' }>['parts'],
): SourceShare[] {
  const amounts = splitByWeight(
    amount,
    parts.map((part) => part.percent),
  );
  return parts.map((part, index) => ({ source: part.source, amount: amounts[index] ?? 0n }));
}

function byWaterfall(amount: Rupiah, steps: WaterfallRule['steps']): SourceShare[] {
  let left = amount;
  return steps.map(({ source, amountMax }) => {
    const share = amountMax !== null && amountMax < left ? amountMax : left;
    left -= share;
    return { source, amount: share };
  });
}

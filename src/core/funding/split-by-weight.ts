import type { Decimal } from 'decimal.js';
import { ExactDecimal } from '../shared/exact-decimal.js';
import { invariant } from '../shared/invariant.js';
import type { Rupiah } from '../shared/rupiah.js';

/**
 * Splits whole rupiah by weight with the largest remainder: every share is rounded down, and the rupiah
 * left over go one each to the shares with the largest fractions; of equal fractions the earlier wins, so
 * the order of the weights is part of the rule. The shares always add up to the total.
 *
 * @param total whole rupiah, also negative (a correction): split as its positive mirror.
 */
export function splitByWeight(total: Rupiah, weights: readonly Decimal[]): Rupiah[] {
  if (total < 0n) return splitByWeight(-total, weights).map((share) => -share);
  const weightSum = ExactDecimal.sum(...weights);
  invariant(weightSum.gt(0) && weights.every((weight) => weight.gte(0)), 'a split needs a positive weight');
  const exact = weights.map((weight) => new ExactDecimal(total.toString()).mul(weight).div(weightSum));
  const shares = exact.map((share) => BigInt(share.floor().toFixed(0)));
  const leftover = Number(total - shares.reduce((sum, share) => sum + share, 0n));
  const byFraction = exact
    .map((share, index) => ({ index, fraction: share.minus(share.floor()) }))
    .sort((one, other) => other.fraction.comparedTo(one.fraction) || one.index - other.index);
  const lucky = new Set(byFraction.slice(0, leftover).map(({ index }) => index));
  return shares.map((share, index) => (lucky.has(index) ? share + 1n : share));
}

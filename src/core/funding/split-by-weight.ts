import type { Decimal } from 'decimal.js';
import { invariant } from '../shared/invariant.js';
import { sumRupiah, type Rupiah } from '../shared/rupiah.js';

/**
 * Splits whole rupiah by weight with the largest remainder: every share is rounded down, and the rupiah
 * left over go one each to the shares with the largest fractions; of equal fractions the earlier wins, so
 * the order of the weights is part of the rule. The shares always add up to the total.
 *
 * @param total whole rupiah, also negative (a correction): split as its positive mirror.
 */
export function splitByWeight(total: Rupiah, weights: readonly Decimal[]): Rupiah[] {
  if (total < 0n) return splitByWeight(-total, weights).map((share) => -share);
  const whole = wholeWeights(weights);
  const weightSum = sumRupiah(whole);
  invariant(weightSum > 0n && whole.every((weight) => weight >= 0n), 'a split needs a positive weight');
  const shares = whole.map((weight) => (total * weight) / weightSum);
  const leftover = Number(total - sumRupiah(shares));
  const byRemainder = whole
    .map((weight, index) => ({ index, remainder: (total * weight) % weightSum }))
    .sort((one, other) => compare(other.remainder, one.remainder) || one.index - other.index);
  const lucky = new Set(byRemainder.slice(0, leftover).map(({ index }) => index));
  return shares.map((share, index) => (lucky.has(index) ? share + 1n : share));
}

/** The weights without their fractions, in the same proportion: then equal remainders are exactly equal. */
function wholeWeights(weights: readonly Decimal[]): bigint[] {
  const places = Math.max(0, ...weights.map((weight) => weight.decimalPlaces()));
  return weights.map((weight) => BigInt(weight.toFixed(places).replace('.', '')));
}

function compare(one: bigint, other: bigint): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

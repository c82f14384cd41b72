import { Decimal } from 'decimal.js';
import { ExactDecimal } from './exact-decimal.js';
import type { Rupiah } from './rupiah.js';

const modes = {
  down: Decimal.ROUND_DOWN,
  'half-up': Decimal.ROUND_HALF_UP,
  'half-even': Decimal.ROUND_HALF_EVEN,
} as const;

/** How a fraction of a rupiah is rounded; every place that rounds names one. */
export type Rounding = keyof typeof modes;

export const roundings = Object.keys(modes) as readonly Rounding[];

/** `amount` × `numerator` ÷ `denominator` in whole rupiah, rounded by the named mode. */
export function portionOf(
  amount: Rupiah,
  numerator: number,
  denominator: number,
  rounding: Rounding,
): Rupiah {
  if (numerator === denominator) return amount;
  const exact = new ExactDecimal(amount.toString()).mul(numerator).div(denominator);
  return BigInt(exact.toDecimalPlaces(0, modes[rounding]).toFixed(0));
}

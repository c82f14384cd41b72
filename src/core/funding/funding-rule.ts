import type { Decimal } from 'decimal.js';
import type { Rupiah } from '../shared/rupiah.js';

/**
 * Names a budget line without its year: `nagari/DDS` is the Dana Desa of the kader's own nagari,
 * `DINKES/BOK` is the line BOK of the OPD with the code DINKES.
 */
export interface SourceReference {
  /** `nagari` = the nagari where the kader serves; anything else is the code of a paying body. */
  readonly payer: string;
  readonly label: string;
}

/** Shares of an amount by percentage; the percentages add up to exactly 100. */
export interface PercentageRule {
  readonly kind: 'percentage';
  readonly parts: readonly { readonly source: SourceReference; readonly percent: Decimal }[];
}

/** Fills one source after another, each up to its maximum per line; the last one has none and takes the rest. */
export interface WaterfallRule {
  readonly kind: 'waterfall';
  readonly steps: readonly { readonly source: SourceReference; readonly amountMax: Rupiah | null }[];
}

export type FundingRule = PercentageRule | WaterfallRule;

/** `nagari/DDS`, as it is written in a policy file. */
export function formatSource(source: SourceReference): string {
  return `${source.payer}/${source.label}`;
}

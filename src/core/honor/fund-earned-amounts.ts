import { formatSource, type FundingRule } from '../funding/funding-rule.js';
import type { FundingSources } from '../funding/funding-source.js';
import { splitOverSources } from '../funding/split-over-sources.js';
import { groupBy } from '../shared/group-by.js';
import { sumRupiah, type Rupiah } from '../shared/rupiah.js';
import type { EarnedAmount } from './component-outcome.js';
import type { Share } from './honor-line.js';
import type { Reason } from './reason.js';

/**
 * Puts earned amounts on the budget lines of the nagari they were earned in. The shares add up to what was
 * earned, one share a line.
 *
 * @throws DomainError `funding.source-missing`
 */
export function fundEarnedAmounts(
  earned: readonly EarnedAmount[],
  rule: FundingRule,
  fiscalYear: number,
  sources: FundingSources,
): { readonly shares: Share[]; readonly reasons: Reason[] } {
  const shares: { sourceId: number; amount: Rupiah }[] = [];
  const reasons: Reason[] = [];
  for (const { nagariCode, amount } of earned.length < 2 ? earned : byNagari(earned)) {
    for (const share of splitOverSources(amount, rule)) {
      const { id: sourceId } = sources.resolve(share.source, nagariCode, fiscalYear);
      const same = shares.find((one) => one.sourceId === sourceId);
      if (same === undefined) shares.push({ sourceId, amount: share.amount });
      else same.amount += share.amount;
      reasons.push({ step: 'funded', source: formatSource(share.source), amount: share.amount });
    }
  }
  return { shares, reasons };
}

/** One split a nagari: a new SK inside a month must not give a source its maximum twice. */
function byNagari(earned: readonly EarnedAmount[]): EarnedAmount[] {
  return [...groupBy(earned, (one) => one.nagariCode)].map(([nagariCode, ofNagari]) => ({
    nagariCode,
    amount: sumRupiah(ofNagari.map((one) => one.amount)),
  }));
}

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
  const bySource = new Map<number, Rupiah>();
  const reasons: Reason[] = [];
  for (const [nagariCode, ofNagari] of groupBy(earned, (one) => one.nagariCode)) {
    // One split a nagari: a new SK inside a month must not give a source its maximum twice.
    const amount = sumRupiah(ofNagari.map((one) => one.amount));
    for (const share of splitOverSources(amount, rule)) {
      const source = sources.resolve(share.source, nagariCode, fiscalYear);
      bySource.set(source.id, (bySource.get(source.id) ?? 0n) + share.amount);
      reasons.push({ step: 'funded', source: formatSource(share.source), amount: share.amount });
    }
  }
  return { shares: [...bySource].map(([sourceId, amount]) => ({ sourceId, amount })), reasons };
}

import { formatSource, type FundingRule } from '../funding/funding-rule.js';
import type { FundingSources } from '../funding/funding-source.js';
import { CarriedSoFar } from '../funding/room-left.js';
import { splitOverSources } from '../funding/split-over-sources.js';
import { groupBy } from '../shared/group-by.js';
import { sumRupiah, type Rupiah } from '../shared/rupiah.js';
import type { EarnedAmount } from './component-outcome.js';
import type { Share } from './honor-line.js';
import type { Reason } from './reason.js';

/**
 * Puts earned amounts on the budget lines of the nagari they were earned in. The shares add up to what was
 * earned, one share a line. What a source may carry at most it carries once, for all amounts together: earlier ones
 * come first.
 *
 * @param carried by what was funded before of the same component and month; undefined = nothing is beside it
 * @throws DomainError `funding.source-missing`
 */
export function fundEarnedAmounts(
  earned: readonly EarnedAmount[],
  rule: FundingRule,
  fiscalYear: number,
  sources: FundingSources,
  carried?: CarriedSoFar,
): { readonly shares: Share[]; readonly reasons: Reason[] } {
  const shares: { sourceId: number; amount: Rupiah }[] = [];
  const reasons: Reason[] = [];
  const parts = earned.length < 2 ? earned : byNagari(earned);
  // Nearly every amount is one part with nothing beside it.
  const soFar = carried ?? (parts.length < 2 ? undefined : new CarriedSoFar());
  for (const { nagariCode, amount } of parts) {
    const left = soFar === undefined ? rule : soFar.roomLeft(rule, nagariCode);
    for (const share of splitOverSources(amount, left)) {
      soFar?.add(share.source, nagariCode, share.amount);
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

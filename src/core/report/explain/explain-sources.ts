import { groupBy } from '../../shared/group-by.js';
import { invariant } from '../../shared/invariant.js';
import { sumRupiah } from '../../shared/rupiah.js';
import { budgetCovers } from '../owed/budget-cover.js';
import type { ShareFacts, SourceFacts } from '../owed/facts.js';
import { isPaid, unpaidShares } from '../owed/unpaid-shares.js';
import { whyUnpaid } from '../owed/why-unpaid.js';
import type { ExplainedSource } from './explanation.js';
import type { ExplanationFacts } from './facts.js';

/** Her month over the budget lines: what each carries, has paid and owes, and why it owes it. */
export function explainSources(facts: ExplanationFacts): ExplainedSource[] {
  const { shares, holdings, sources, today, kader, month } = facts;
  const unpaid = unpaidShares(shares, holdings, today);
  const covers = budgetCovers(unpaid, sources);
  const paidIds = new Set(holdings.filter((one) => isPaid(one, today)).map((one) => one.entitlementId));
  const own = shares.filter((share) => share.kaderId === kader.kaderId && share.month === month);
  return [...groupBy(own, ({ sourceId }) => sourceId)].sort(bySourceId).map(([sourceId, ofSource]) => {
    const source = sourceOf(sources, sourceId);
    const cover = covers.get(sourceId);
    invariant(cover !== undefined, `budget line ${source.code} has its cover`);
    const amount = sumRupiah(ofSource.map((share) => share.amount));
    const paid = sumRupiah(
      ofSource.filter((share) => paidIds.has(share.entitlementId)).map((share) => share.amount),
    );
    const open = unpaid.filter(
      (share) => share.kaderId === kader.kaderId && share.month === month && share.sourceId === sourceId,
    );
    return {
      source: source.code,
      payer: source.payerName,
      amount,
      paid,
      owed: amount - paid,
      unpaid: open.map((share) => ({
        amount: share.amount,
        ...whyUnpaid({ share, source, payee: kader, cover }),
      })),
    };
  });
}

function sourceOf(sources: readonly SourceFacts[], id: number): SourceFacts {
  const source = sources.find((one) => one.id === id);
  invariant(source !== undefined, `budget line ${String(id)} is known`);
  return source;
}

function bySourceId(
  [one]: [number, readonly ShareFacts[]],
  [other]: [number, readonly ShareFacts[]],
): number {
  return one - other;
}

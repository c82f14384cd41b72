import { monthsPhrase } from '../formats/months-phrase.js';
import { groupBy } from '../shared/group-by.js';
import type { Rupiah } from '../shared/rupiah.js';
import { holdsThroughout } from './ceilings-in.js';
import { raise, type Finding } from './finding.js';
import { monthsOf } from './lines-by-member.js';
import type { Ceiling, LineUnderControl, RequestUnderControl } from './request-under-control.js';

/**
 * C17: no rate above the standard price (SSH) of its region. Where a region has standard prices, a component
 * without one is asked about; where none were recorded there is nothing to hold a rate against.
 */
export function controlCeiling(request: RequestUnderControl): Finding[] {
  const prices = request.ceilings.filter(({ kind }) => kind === 'rate');
  if (prices.length === 0) return [];
  const rated = request.lines.flatMap((line) =>
    line.rate === null || line.amount <= 0n ? [] : [{ ...line, rate: line.rate }],
  );
  return [...groupBy(rated, ({ component }) => component)].flatMap(([component, lines]) => {
    const ofComponent = prices.filter((price) => price.component === component);
    return [...above(request, ofComponent, lines), ...unknown(request, prices, component, lines)];
  });
}

type RatedLine = LineUnderControl & { readonly rate: Rupiah };

/** One finding a rate, however many are paid by it. */
function above(
  request: RequestUnderControl,
  prices: readonly Ceiling[],
  lines: readonly RatedLine[],
): Finding[] {
  return prices.flatMap((price) => {
    const over = lines.filter(({ rate, month }) => rate > price.limit && holdsThroughout(price, month));
    return [...groupBy(over, ({ rate }) => rate)].flatMap(([rate, ofRate]) =>
      raise(request, 'control.above-ceiling', {
        evidence: {
          component: ofRate[0].component,
          rate,
          people: new Set(ofRate.map(({ kaderId }) => kaderId)).size,
          month: monthsPhrase(monthsOf(ofRate)),
          limit: price.limit,
          basis: price.basis,
        },
      }),
    );
  });
}

function unknown(
  request: RequestUnderControl,
  prices: readonly Ceiling[],
  component: string,
  lines: readonly RatedLine[],
): Finding[] {
  const months = monthsOf(lines).filter(
    (month) => !prices.some((price) => price.component === component && holdsThroughout(price, month)),
  );
  if (months.length === 0) return [];
  const scope = [...new Set(prices.map((price) => price.scope))].sort().join(', ');
  return raise(request, 'control.ceiling-unknown', {
    evidence: { component, month: monthsPhrase(months), scope },
  });
}

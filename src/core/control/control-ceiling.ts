import { monthsPhrase } from '../formats/months-phrase.js';
import { groupBy } from '../shared/group-by.js';
import type { Rupiah } from '../shared/rupiah.js';
import { raise, type Finding } from './finding.js';
import { monthsOf } from './lines-by-member.js';
import { pricesOf, type PricesOfRate, type RateOfMonth } from './prices-of-rate.js';
import type { Ceiling, LineUnderControl, RequestUnderControl } from './request-under-control.js';

/**
 * C17: no rate, of whatever kind the component is, above the standard price (SSH) of its region on the days it holds
 * for. Where a region has standard prices, a component or kind of activity without one is asked about; where none
 * were recorded there is nothing to hold a rate against.
 */
export function controlCeiling(request: RequestUnderControl): Finding[] {
  const recorded = request.ceilings.filter(({ kind }) => kind === 'rate');
  if (recorded.length === 0) return [];
  const found = request.lines.flatMap((line) =>
    line.amount <= 0n ? [] : line.rates.map((rate) => heldAgainst(recorded, { ...line, rate })),
  );
  return [...above(request, found), ...unknown(request, recorded, found)];
}

interface HeldRate extends RateOfMonth, PricesOfRate {
  readonly kaderId: number;
  /** What the rate is of, as people read it. */
  readonly named: string;
  readonly entitled: Rupiah;
}

/** What has no price of its own is held against that of the component it is paid with. */
function heldAgainst(
  recorded: readonly Ceiling[],
  { rate, ...line }: Omit<LineUnderControl, 'rate'> & Pick<RateOfMonth, 'rate'>,
): HeldRate {
  const { component, month, kaderId, entitled } = line;
  const own = { kaderId, entitled, month, component, rate };
  const named = rate.activity === null ? component : `${component} untuk ${rate.activity}`;
  const held = { ...own, named, ...pricesOf(own, recorded) };
  if (held.isComplete || rate.asPartOf === null) return held;
  const together = {
    ...own,
    component: rate.asPartOf.component,
    rate: { ...rate, rate: rate.asPartOf.rate },
  };
  const other = pricesOf(together, recorded);
  if (!other.isComplete) return held;
  return { ...together, named: `${component} bersama ${together.component}`, ...other };
}

/** One finding a rate, however many are paid by it; one for the most of what activities of a month came to. */
function above(request: RequestUnderControl, found: readonly HeldRate[]): Finding[] {
  const over = found.flatMap((held) =>
    held.prices.filter((price) => worth(held, price) > price.limit).map((price) => ({ ...held, price })),
  );
  const alike = groupBy(over, ({ price, ...held }) =>
    [request.ceilings.indexOf(price), held.named, isTotal(held, price) ? 'total' : held.rate.rate].join(' '),
  );
  return [...alike.values()].flatMap((group) => {
    const [{ named, price, ...held }] = group;
    const most = group.map((one) => worth(one, price)).reduce((one, other) => (one > other ? one : other));
    return raise(request, 'control.above-ceiling', {
      evidence: {
        component: named,
        rate: most,
        per: isTotal(held, price) ? 'sebulan' : perWords[held.rate.unit],
        people: new Set(group.map(({ kaderId }) => kaderId)).size,
        month: monthsPhrase(monthsOf(group)),
        limit: price.limit,
        basis: price.basis,
      },
    });
  });
}

const perWords = { month: 'sebulan', activity: 'per kegiatan', payment: 'sekali bayar' } as const;

/** A rate by the activity says nothing of a month: there it is what the activities came to. */
function isTotal({ rate }: Pick<HeldRate, 'rate'>, { unit }: Ceiling): boolean {
  return rate.unit === 'activity' && unit === 'month';
}

function worth(held: Pick<HeldRate, 'rate' | 'entitled'>, price: Ceiling): Rupiah {
  return isTotal(held, price) ? held.entitled : held.rate.rate;
}

function unknown(
  request: RequestUnderControl,
  recorded: readonly Ceiling[],
  found: readonly HeldRate[],
): Finding[] {
  const without = groupBy(
    found.filter(({ isComplete }) => !isComplete),
    ({ named }) => named,
  );
  const scope = [...new Set(recorded.map((price) => price.scope))].sort().join(', ');
  return [...without].flatMap(([component, held]) =>
    raise(request, 'control.ceiling-unknown', {
      evidence: { component, month: monthsPhrase(monthsOf(held)), scope },
    }),
  );
}

import { Decrees } from './decrees.js';
import type { ActivityFact, Day, Month, PolicyFact, RosterFact, Terms } from './facts.js';
import { Roll } from './roll.js';
import { days, months, nagariCodes, nagariOf, OPD } from './world.js';

const DAYS_OF = new Map(months.map((month) => [month, days.filter((day) => day.startsWith(month))]));

/** A stretch of days of one month under the same papers and the same decree. */
interface Stretch {
  readonly papers: string;
  readonly nagari: string;
  readonly decree: PolicyFact;
  readonly rate: number;
  days: number;
}

interface Recorded {
  readonly fact: ActivityFact;
  isVerified: boolean;
}

/**
 * What everybody should have earned, worked out the naive way from what is known: day by day from a calendar, with
 * plain numbers. It knows the law and none of the program.
 */
export class NaiveHonor {
  readonly roll = new Roll();
  private readonly decrees = new Decrees();
  private readonly activities: Recorded[] = [];

  hearPolicy(policy: PolicyFact): void {
    this.decrees.hear(policy);
  }

  hearRoster(fact: RosterFact): void {
    this.roll.hear(fact);
  }

  hearActivity(fact: ActivityFact): void {
    this.activities.push({ fact, isVerified: false });
  }

  verify(nagari: string, month: Month): void {
    for (const recorded of this.activities) {
      const { posyandu, on } = recorded.fact;
      if (nagariOf(posyandu) === nagari && on.startsWith(month)) recorded.isVerified = true;
    }
  }

  /** Rupiah by `kader|month|component|payer/label`, for the months up to this one; nothing is left out as zero. */
  entitled(through: Month): ReadonlyMap<string, number> {
    const found = new Map<string, number>();
    const visits = this.visitsByKaderAndMonth();
    for (const kader of this.roll.kader()) {
      for (const month of months.filter((one) => one <= through)) {
        const earn = (component: string, source: string, amount: number) => {
          const key = [kader, month, component, source].join('|');
          if (amount !== 0) found.set(key, (found.get(key) ?? 0) + amount);
        };
        const paying = this.decrees.paying(this.served(kader, month));
        this.earnByRole(kader, paying, earn);
        this.earnByTier(kader, paying, earn);
        const [first] = paying.values();
        if (first === undefined) continue;
        const { visitRate, visitsMax } = first.terms;
        const count = Math.min(visits.get(`${String(kader)}|${month}`) ?? 0, visitsMax);
        earn('transport', `${OPD}/BOK`, visitRate * count);
      }
    }
    return found;
  }

  /** Of each decree in turn so much from DDS, less what DDS carries of the month already. */
  private earnByRole(kader: number, paying: Paying, earn: Earn): void {
    const carried = new Map<string, number>();
    const stretches = this.stretches(kader, paying, (day, terms) => {
      const service = this.roll.serviceOf(kader, day);
      return service && { papers: String(service.sk), rate: terms.roles[service.role] };
    });
    for (const { decree, nagari, amount } of amountsByDecreeAndNagari(stretches, daysOfMonth(paying))) {
      const fromDds = Math.min(amount, Math.max(0, decree.terms.ddsMax - (carried.get(nagari) ?? 0)));
      carried.set(nagari, (carried.get(nagari) ?? 0) + fromDds);
      earn('honor-jabatan', `${nagari}/DDS`, fromDds);
      earn('honor-jabatan', `${nagari}/ADN`, amount - fromDds);
    }
  }

  private earnByTier(kader: number, paying: Paying, earn: Earn): void {
    const stretches = this.stretches(kader, paying, (day, terms) => {
      const service = this.roll.serviceOf(kader, day);
      const held = this.roll.tierOf(kader, day);
      const rate = held === undefined ? terms.withoutTier : terms.tiers[held.tier];
      return service && { papers: `${String(service.sk)}/${String(held?.certificate ?? 0)}`, rate };
    });
    for (const { decree, nagari, amount } of amountsByDecreeAndNagari(stretches, daysOfMonth(paying))) {
      const { adnPercent } = decree.terms;
      const [adn = 0, bok = 0] = shareOut(amount, [adnPercent, 100 - adnPercent]);
      earn('honor-tingkatan', `${nagari}/ADN`, adn);
      earn('honor-tingkatan', `${OPD}/BOK`, bok);
    }
  }

  private served(kader: number, month: Month): readonly { readonly day: Day; readonly nagari: string }[] {
    return (DAYS_OF.get(month) ?? []).flatMap((day) => {
      const service = this.roll.serviceOf(kader, day);
      return service === undefined ? [] : [{ day, nagari: nagariOf(service.posyandu) }];
    });
  }

  private stretches(
    kader: number,
    paying: Paying,
    at: (day: string, terms: Terms) => { readonly papers: string; readonly rate: number } | undefined,
  ): readonly Stretch[] {
    const stretches: Stretch[] = [];
    for (const [day, decree] of paying) {
      const service = this.roll.serviceOf(kader, day);
      const found = at(day, decree.terms);
      if (service === undefined || found === undefined) continue;
      const last = stretches.at(-1);
      if (last?.papers === found.papers && last.decree === decree) last.days += 1;
      else stretches.push({ ...found, decree, nagari: nagariOf(service.posyandu), days: 1 });
    }
    return stretches;
  }

  private visitsByKaderAndMonth(): ReadonlyMap<string, number> {
    const counts = new Map<string, number>();
    for (const { fact, isVerified } of this.activities) {
      if (!isVerified) continue;
      for (const kader of fact.attended) {
        const key = `${String(kader)}|${fact.on.slice(0, 7)}`;
        counts.set(key, (counts.get(key) ?? 0) + 1);
      }
    }
    return counts;
  }
}

type Earn = (component: string, source: string, amount: number) => void;
type Paying = ReadonlyMap<Day, PolicyFact>;

interface Part {
  readonly decree: PolicyFact;
  readonly nagari: string;
  readonly amount: number;
}

/**
 * The days of a month together, the part of a rupiah dropped once; each rate of each decree its part of that, and where
 * its days lie in two nagari, each its share of them. Decrees in the order in which they paid her first.
 */
function amountsByDecreeAndNagari(stretches: readonly Stretch[], ofDays: number): readonly Part[] {
  const decrees = [...new Set(stretches.map(({ decree }) => decree))];
  const groups = decrees.flatMap((decree) => {
    const own = stretches.filter((stretch) => stretch.decree === decree);
    const rates = [...new Set(own.map(({ rate }) => rate))];
    return rates.map((rate) => ({ decree, rate, same: own.filter((stretch) => stretch.rate === rate) }));
  });
  const worth = groups.map(({ rate, same }) => rate * sum(same.map((stretch) => stretch.days)));
  const amounts = shareOut(Math.floor(sum(worth) / ofDays), worth);
  const parts = groups.flatMap(({ decree, same }, place) => {
    const shares = shareOut(
      amounts[place] ?? 0,
      same.map((stretch) => stretch.days),
    );
    return same.map(({ nagari }, index) => ({ decree, nagari, amount: shares[index] ?? 0 }));
  });
  return decrees.flatMap((decree) =>
    nagariCodes.flatMap((nagari) => {
      const own = parts.filter((part) => part.decree === decree && part.nagari === nagari);
      return own.length === 0 ? [] : [{ decree, nagari, amount: sum(own.map(({ amount }) => amount)) }];
    }),
  );
}

function daysOfMonth(paying: Paying): number {
  const [day = ''] = paying.keys();
  return DAYS_OF.get(day.slice(0, 7))?.length ?? 0;
}

/** Whole rupiah by weight: every share dropped to the rupiah, what is left to the largest fractions, the first first. */
function shareOut(amount: number, weights: readonly number[]): readonly number[] {
  const whole = sum(weights);
  const shares = weights.map((weight) => Math.floor((amount * weight) / whole));
  const byFraction = weights
    .map((weight, index) => ({ index, fraction: (amount * weight) % whole }))
    .sort((one, other) => other.fraction - one.fraction || one.index - other.index);
  for (const { index } of byFraction.slice(0, amount - sum(shares))) shares[index] = (shares[index] ?? 0) + 1;
  return shares;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}

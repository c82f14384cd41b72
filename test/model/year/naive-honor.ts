import type { ActivityFact, Month, PolicyFact, RosterFact, Terms } from './facts.js';
import { Roll } from './roll.js';
import { days, KABUPATEN, months, nagariCodes, nagariOf, OPD } from './world.js';

const DAYS_OF = new Map(months.map((month) => [month, days.filter((day) => day.startsWith(month))]));

/** A stretch of days of one month under the same papers. */
interface Stretch {
  readonly papers: string;
  readonly nagari: string;
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
  private readonly decrees: PolicyFact[] = [];
  private readonly activities: Recorded[] = [];
  private readonly terms = new Map<string, Terms>();

  hearPolicy(policy: PolicyFact): void {
    this.decrees.push(policy);
    this.terms.clear();
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
        const daysOfMonth = DAYS_OF.get(month) ?? [];
        const earn = (component: string, source: string, amount: number) => {
          const key = [kader, month, component, source].join('|');
          if (amount !== 0) found.set(key, (found.get(key) ?? 0) + amount);
        };
        this.earnByRole(kader, month, daysOfMonth, earn);
        this.earnByTier(kader, month, daysOfMonth, earn);
        this.earnByVisit(kader, month, daysOfMonth, visits.get(`${String(kader)}|${month}`) ?? 0, earn);
      }
    }
    return found;
  }

  private earnByRole(kader: number, month: Month, daysOfMonth: readonly string[], earn: Earn): void {
    const stretches = this.stretches(kader, month, daysOfMonth, (day, terms) => {
      const service = this.roll.serviceOf(kader, day);
      return service && { papers: String(service.sk), rate: terms.roles[service.role] };
    });
    for (const [nagari, amount] of amountsByNagari(stretches, daysOfMonth.length)) {
      const fromDds = Math.min(amount, this.termsOf(nagari, month).ddsMax);
      earn('honor-jabatan', `${nagari}/DDS`, fromDds);
      earn('honor-jabatan', `${nagari}/ADN`, amount - fromDds);
    }
  }

  private earnByTier(kader: number, month: Month, daysOfMonth: readonly string[], earn: Earn): void {
    const stretches = this.stretches(kader, month, daysOfMonth, (day, terms) => {
      const service = this.roll.serviceOf(kader, day);
      const held = this.roll.tierOf(kader, day);
      const rate = held === undefined ? terms.withoutTier : terms.tiers[held.tier];
      return service && { papers: `${String(service.sk)}/${String(held?.certificate ?? 0)}`, rate };
    });
    for (const [nagari, amount] of amountsByNagari(stretches, daysOfMonth.length)) {
      const { adnPercent } = this.termsOf(nagari, month);
      const [adn = 0, bok = 0] = shareOut(amount, [adnPercent, 100 - adnPercent]);
      earn('honor-tingkatan', `${nagari}/ADN`, adn);
      earn('honor-tingkatan', `${OPD}/BOK`, bok);
    }
  }

  private earnByVisit(
    kader: number,
    month: Month,
    daysOfMonth: readonly string[],
    visits: number,
    earn: Earn,
  ): void {
    const [first] = daysOfMonth.flatMap((day) => this.roll.serviceOf(kader, day) ?? []);
    if (first === undefined) return;
    const { visitRate, visitsMax } = this.termsOf(nagariOf(first.posyandu), month);
    earn('transport', `${OPD}/BOK`, visitRate * Math.min(visits, visitsMax));
  }

  private stretches(
    kader: number,
    month: Month,
    daysOfMonth: readonly string[],
    at: (day: string, terms: Terms) => { readonly papers: string; readonly rate: number } | undefined,
  ): readonly Stretch[] {
    const stretches: Stretch[] = [];
    for (const day of daysOfMonth) {
      const service = this.roll.serviceOf(kader, day);
      if (service === undefined) continue;
      const nagari = nagariOf(service.posyandu);
      const found = at(day, this.termsOf(nagari, month));
      if (found === undefined) continue;
      const last = stretches.at(-1);
      if (last?.papers === found.papers) last.days += 1;
      else stretches.push({ ...found, nagari, days: 1 });
    }
    return stretches;
  }

  /** A nagari's own decree goes before the kabupaten's; of the kabupaten's the one that began last. */
  private termsOf(nagari: string, month: Month): Terms {
    const known = this.terms.get(`${nagari} ${month}`);
    if (known !== undefined) return known;
    const holds = ({ from, to }: PolicyFact) => from <= month && (to === null || month <= to);
    const own = this.decrees.filter((decree) => decree.scope === nagari && holds(decree)).at(-1);
    const ofAll = this.decrees
      .filter((decree) => decree.scope === KABUPATEN && holds(decree))
      .sort((one, other) => (one.from < other.from ? -1 : 1))
      .at(-1);
    const terms = own?.terms ?? ofAll?.terms;
    if (terms === undefined) throw new Error(`no decree holds in ${nagari} in ${month}`);
    this.terms.set(`${nagari} ${month}`, terms);
    return terms;
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

/**
 * The days of a month together, the part of a rupiah dropped once; each rate its part of that, and where its days lie
 * in two nagari, each its share of them.
 */
function amountsByNagari(
  stretches: readonly Stretch[],
  ofDays: number,
): readonly (readonly [string, number])[] {
  const found = new Map<string, number>();
  const rates = [...new Set(stretches.map((stretch) => stretch.rate))];
  const worth = rates.map((rate) => {
    const same = stretches.filter((stretch) => stretch.rate === rate);
    return rate * sum(same.map((stretch) => stretch.days));
  });
  const amounts = shareOut(Math.floor(sum(worth) / ofDays), worth);
  for (const [place, rate] of rates.entries()) {
    const same = stretches.filter((stretch) => stretch.rate === rate);
    const served = same.map((stretch) => stretch.days);
    const shares = shareOut(amounts[place] ?? 0, served);
    for (const [index, { nagari }] of same.entries()) {
      found.set(nagari, (found.get(nagari) ?? 0) + (shares[index] ?? 0));
    }
  }
  return nagariCodes.flatMap((nagari) =>
    found.has(nagari) ? [[nagari, found.get(nagari) ?? 0] as const] : [],
  );
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

import { randomOf, type Random } from '../../../src/modules/demo/sheets/random.js';
import type { Day, PolicyFact, Terms } from './facts.js';
import { days, KABUPATEN, months, OWN_DECREE } from './world.js';

/** A decree and after which month (0 to 11) it becomes known: later than it begins, for some. */
export interface Decree {
  readonly policy: PolicyFact;
  readonly knownAfter: number;
}

/**
 * The kabupaten's decree, raised (seldom lowered) once or twice, and one that a nagari makes for some months, from any
 * day to any day, mostly looking back.
 */
export function planPolicies(seed: number): readonly Decree[] {
  const random = randomOf(seed, 'policies');
  const first = someTerms(random);
  const decrees = [ofKabupaten(0, first, 0)];
  let terms = first;
  let from = 0;
  for (const known of [random.between(4, 6), random.between(8, 10)].slice(0, random.between(1, 2))) {
    terms = random.chance(25) ? changedTerms(terms, random) : raisedTerms(terms, random);
    from = Math.max(from + 1, known - random.between(0, 3));
    decrees.push(ofKabupaten(from, terms, known));
  }
  return [...decrees, ofNagari(changedTerms(first, random), random)];
}

function ofKabupaten(fromMonth: number, terms: Terms, knownAfter: number): Decree {
  const from = `${months[fromMonth] ?? ''}-01`;
  return {
    knownAfter,
    policy: { code: 'honor-kabupaten', scope: KABUPATEN, from, to: null, change: null, terms },
  };
}

function ofNagari(terms: Terms, random: Random): Decree {
  const knownAfter = random.between(3, 9);
  const first = random.between(Math.max(0, knownAfter - 4), knownAfter);
  const from = someDayOf(first, random);
  const ends = Math.min(11, first + random.between(1, 5));
  const to = random.chance(60) ? someDayOf(ends, random) : null;
  const change = random.chance(60) ? 'by-days' : 'first-day';
  return { knownAfter, policy: { code: 'honor-nagari', scope: OWN_DECREE, from, to, change, terms } };
}

/** The first of a month for some: then no month lies under two. */
function someDayOf(month: number, random: Random): Day {
  const all = days.filter((day) => day.startsWith(months[month] ?? ''));
  return (random.chance(30) ? all[0] : random.pick(all)) ?? '';
}

function someTerms(random: Random): Terms {
  const rupiah = (min: number, max: number) => random.between(min, max) * 500;
  return {
    roles: {
      ketua: rupiah(200, 260),
      sekretaris: rupiah(180, 200),
      bendahara: rupiah(180, 200),
      'ketua-bidang': rupiah(160, 180),
      kader: rupiah(120, 160),
    },
    tiers: { purwa: rupiah(30, 50), madya: rupiah(50, 70), utama: rupiah(70, 100) },
    withoutTier: rupiah(5, 20),
    visitRate: rupiah(10, 30),
    visitsMax: random.between(1, 3),
    ddsMax: rupiah(60, 140),
    adnPercent: random.between(1, 99),
  };
}

/** Some get more, nobody less. */
function raisedTerms(terms: Terms, random: Random): Terms {
  const more = random.between(1, 20) * 500;
  const { roles } = terms;
  const raised = { ...roles, kader: roles.kader + more, ketua: roles.ketua + more };
  const visitRate = terms.visitRate + (random.chance(50) ? 1_000 : 0);
  return { ...terms, roles: raised, visitRate };
}

/** Up or down; what a decree does not touch stays to the rupiah. */
function changedTerms(terms: Terms, random: Random): Terms {
  const other = someTerms(random);
  const roles = random.chance(70) ? other.roles : terms.roles;
  const [tiers, withoutTier] = random.chance(50)
    ? [other.tiers, other.withoutTier]
    : [terms.tiers, terms.withoutTier];
  const { visitRate, visitsMax } = random.chance(40) ? other : terms;
  const ddsMax = random.chance(30) ? other.ddsMax : terms.ddsMax;
  const adnPercent = random.chance(30) ? other.adnPercent : terms.adnPercent;
  return { roles, tiers, withoutTier, visitRate, visitsMax, ddsMax, adnPercent };
}

import { randomOf, type Random } from '../../../src/modules/demo/sheets/random.js';
import type { PolicyFact, Terms } from './facts.js';
import { KABUPATEN, months, OWN_DECREE } from './world.js';

/** A decree and after which month (0 to 11) it becomes known: later than it begins, for some. */
export interface Decree {
  readonly policy: PolicyFact;
  readonly knownAfter: number;
}

/** The kabupaten's decree, raised (seldom lowered) once or twice, and one that a nagari makes for some months, mostly looking back. */
export function planPolicies(seed: number): readonly Decree[] {
  const random = randomOf(seed, 'policies');
  const first = someTerms(random);
  const decrees = [decree(KABUPATEN, [0, null], first, 0)];
  let terms = first;
  let from = 0;
  for (const known of [random.between(4, 6), random.between(8, 10)].slice(0, random.between(1, 2))) {
    terms = random.chance(25) ? changedTerms(terms, random) : raisedTerms(terms, random);
    from = Math.max(from + 1, known - random.between(0, 3));
    decrees.push(decree(KABUPATEN, [from, null], terms, known));
  }
  const knownOwn = random.between(3, 9);
  const fromOwn = random.between(Math.max(0, knownOwn - 4), knownOwn);
  const toOwn = random.chance(60) ? Math.min(11, fromOwn + random.between(1, 5)) : null;
  decrees.push(decree(OWN_DECREE, [fromOwn, toOwn], changedTerms(first, random), knownOwn));
  return decrees;
}

function decree(
  scope: string,
  [from, to]: readonly [number, number | null],
  terms: Terms,
  knownAfter: number,
): Decree {
  const monthAt = (index: number) => months[index] ?? '';
  const code = scope === KABUPATEN ? 'honor-kabupaten' : 'honor-nagari';
  return {
    knownAfter,
    policy: { code, scope, from: monthAt(from), to: to === null ? null : monthAt(to), terms },
  };
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

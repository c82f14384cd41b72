import { ExactDecimal } from '../shared/exact-decimal.js';
import { maskNik } from '../formats/mask.js';
import { monthsPhrase } from '../formats/months-phrase.js';
import { DomainError } from '../shared/domain-error.js';
import type { Rupiah } from '../shared/rupiah.js';
import type { ServiceMonth } from '../shared/service-month.js';

/** What a nagari's own payment list asks for one kader. */
export interface Claim {
  readonly nik: string;
  readonly name: string;
  readonly months: readonly ServiceMonth[];
  readonly amount: Rupiah;
}

/** What a payment request holds for one kader. */
export interface Entitled {
  readonly nik: string;
  readonly name: string;
  readonly amount: Rupiah;
}

/**
 * Holds a nagari's own list against what the request computed, person by person (control C2: in Tambun Utara
 * Rp300.000 was paid as Rp1.500.000). Any difference is a problem: nothing is trusted because it was typed.
 */
export function compareClaims(
  claims: readonly Claim[],
  entitled: readonly Entitled[],
  months: readonly ServiceMonth[],
): DomainError[] {
  const byNik = new Map(entitled.map((one) => [one.nik, one]));
  const claimed = new Set<string>();
  const problems: DomainError[] = [];
  for (const claim of claims) {
    if (claimed.has(claim.nik))
      problems.push(new DomainError('invalid', 'payment.claim-twice', personOf(claim)));
    claimed.add(claim.nik);
    problems.push(...differenceOf(claim, byNik.get(claim.nik), months));
  }
  for (const left of entitled.filter((one) => !claimed.has(one.nik))) {
    const facts = { ...personOf(left), entitled: left.amount };
    problems.push(new DomainError('invalid', 'payment.claim-left-out', facts));
  }
  return problems;
}

function differenceOf(
  claim: Claim,
  entitled: Entitled | undefined,
  months: readonly ServiceMonth[],
): DomainError[] {
  const person = personOf(claim);
  if (entitled === undefined) {
    return [new DomainError('invalid', 'payment.claim-not-entitled', { ...person, claimed: claim.amount })];
  }
  if (claim.months.join() !== months.join()) {
    const facts = { ...person, claimed: monthsPhrase(claim.months), requested: monthsPhrase(months) };
    return [new DomainError('invalid', 'payment.claim-months-differ', facts)];
  }
  if (claim.amount === entitled.amount) return [];
  const ratio = new ExactDecimal(claim.amount.toString()).div(entitled.amount.toString());
  const facts = {
    ...person,
    claimed: claim.amount,
    entitled: entitled.amount,
    // Shown only: no money is computed from it.
    ratio: ratio.toDecimalPlaces(2, ExactDecimal.ROUND_HALF_UP).toString().replace('.', ','),
  };
  return [new DomainError('invalid', 'payment.claim-differs', facts)];
}

function personOf({ name, nik }: { readonly name: string; readonly nik: string }): {
  kader: string;
  nik: string;
} {
  return { kader: name, nik: maskNik(nik) };
}

import { DomainError } from '../shared/domain-error.js';
import type { PlainDate } from '../shared/plain-date.js';
import { lastDayOf, type ServiceMonth } from '../shared/service-month.js';
import type { ChosenTreatment, PremiumMonth } from './deduct.js';
import type { ContributionTreatment, DeductionPolicyVersion } from './deduction-policy.js';
import { choiceOn, inForce, type DeductionChoice } from './policy-in-force.js';
import { factsOn, type TaxFact } from './tax-facts.js';

/** Premiums by month: what the payer had chosen then; a month before its first choice has none. */
export type PremiumTreatments = ReadonlyMap<ServiceMonth, ChosenTreatment<ContributionTreatment>>;

/** What is known of one kader's months in a payment. */
export interface MonthsOfKader {
  /** Those of honor in it. */
  readonly months: readonly ServiceMonth[];
  /** Those in which she served where this payer pays: nobody is insured by it in another. */
  readonly served: ReadonlySet<ServiceMonth>;
  /** Those whose premium another payment carries. */
  readonly carried: ReadonlySet<ServiceMonth>;
  /** Those of which this payer paid her honor before. */
  readonly paid: ReadonlySet<ServiceMonth>;
  readonly facts: readonly TaxFact[];
}

/**
 * What the payer had chosen for the premium of each month.
 *
 * @param choices of this body, in the order in which they were made
 * @param on the day of the request: what begins later is not known yet
 */
export function premiumTreatments(
  payer: string,
  choices: readonly DeductionChoice[],
  versions: readonly DeductionPolicyVersion[],
  { months, on }: { readonly months: readonly ServiceMonth[]; readonly on: PlainDate },
): PremiumTreatments | { readonly problems: readonly DomainError[] } {
  const problems: DomainError[] = [];
  const treatments = new Map<ServiceMonth, ChosenTreatment<ContributionTreatment>>();
  for (const month of months) {
    const day = premiumDay(month, on);
    if (choiceOn(choices, 'bpjs', day) === undefined) continue;
    const found = inForce('bpjs', payer, choices, versions, day);
    if (found instanceof DomainError) problems.push(found);
    else if (found.treatment.kind === 'bpjs') treatments.set(month, { ...found, treatment: found.treatment });
  }
  return problems.length > 0 ? { problems } : treatments;
}

/** The months of a payment that may carry a premium, each with the rule and the number of that month. */
export function premiumMonths(
  kader: MonthsOfKader,
  treatments: PremiumTreatments,
  on: PlainDate,
): PremiumMonth[] {
  const { months, served, carried, paid, facts } = kader;
  return months.flatMap((month) => {
    const bpjs = treatments.get(month);
    if (bpjs === undefined || !served.has(month) || carried.has(month)) return [];
    const { participant } = factsOn(facts, premiumDay(month, on));
    return [{ month, bpjs, participant, wasPaid: paid.has(month) }];
  });
}

/** Who is insured on the last day of a month is insured for it, also when it began within the month. */
function premiumDay(month: ServiceMonth, on: PlainDate): PlainDate {
  const last = lastDayOf(month);
  return last < on ? last : on;
}

import { DomainError } from '../shared/domain-error.js';
import type { PlainDate } from '../shared/plain-date.js';
import type { ChosenTreatment, ChosenTreatments } from './deduct.js';
import {
  deductionKinds,
  type ContributionTreatment,
  type DeductionKind,
  type DeductionPolicyVersion,
  type IncomeTaxTreatment,
} from './deduction-policy.js';

/** That a paying body uses a policy from a day on, until its next choice of the same kind. */
export interface DeductionChoice {
  readonly kind: DeductionKind;
  readonly policy: string;
  readonly from: PlainDate;
  readonly note: string;
}

/** Names shown to people, and the preset to suggest to whoever withholds nothing. */
const kindNames = {
  pph21: { name: 'PPh 21', none: 'tanpa-pph21' },
  bpjs: { name: 'iuran BPJS Ketenagakerjaan', none: 'tanpa-bpjs' },
} as const satisfies Record<DeductionKind, object>;

/** "PPh 21". */
export function deductionName(kind: DeductionKind): string {
  return kindNames[kind].name;
}

/** The choice of a kind in force on a day; of two from the same day the later made counts. */
export function choiceOn(
  choices: readonly DeductionChoice[],
  kind: DeductionKind,
  day: PlainDate,
): DeductionChoice | undefined {
  const held = choices.filter((choice) => choice.kind === kind && choice.from <= day);
  return held.reduce<DeductionChoice | undefined>(
    (best, choice) => (best === undefined || choice.from >= best.from ? choice : best),
    undefined,
  );
}

/** The version of a policy that is law on a day: the last, for a later one takes the place of those before it. */
export function versionOn(
  versions: readonly DeductionPolicyVersion[],
  code: string,
  day: PlainDate,
): DeductionPolicyVersion | undefined {
  return versions
    .filter(
      ({ policy }) =>
        policy.code === code && policy.validFrom <= day && day <= (policy.validTo ?? '9999-12-31'),
    )
    .reduce<DeductionPolicyVersion | undefined>(
      (last, one) => (last === undefined || one.version > last.version ? one : last),
      undefined,
    );
}

/**
 * What a paying body does on a day. A kind it never chose is a problem, not a zero: whoever withholds nothing
 * says so.
 *
 * @param choices of this body, in the order in which they were made
 */
export function treatmentsOn(
  payer: string,
  choices: readonly DeductionChoice[],
  versions: readonly DeductionPolicyVersion[],
  day: PlainDate,
): ChosenTreatments | { readonly problems: readonly DomainError[] } {
  const problems: DomainError[] = [];
  const found = deductionKinds.map((kind) => inForce(kind, payer, choices, versions, day));
  let pph21: ChosenTreatment<IncomeTaxTreatment> | undefined;
  let bpjs: ChosenTreatment<ContributionTreatment> | undefined;
  for (const one of found) {
    if (one instanceof DomainError) problems.push(one);
    else if (one.treatment.kind === 'pph21') pph21 = { ...one, treatment: one.treatment };
    else bpjs = { ...one, treatment: one.treatment };
  }
  return pph21 === undefined || bpjs === undefined ? { problems } : { payer, pph21, bpjs };
}

/** What a paying body chose for a kind on a day, or why that is not known. */
export function inForce(
  kind: DeductionKind,
  payer: string,
  choices: readonly DeductionChoice[],
  versions: readonly DeductionPolicyVersion[],
  day: PlainDate,
): ChosenTreatment<IncomeTaxTreatment | ContributionTreatment> | DomainError {
  const choice = choiceOn(choices, kind, day);
  if (choice === undefined) {
    const { name, none } = kindNames[kind];
    return new DomainError('missing', 'deduction.not-chosen', { kind: name, payer, on: day, policy: none });
  }
  const version = versionOn(versions, choice.policy, day);
  if (version === undefined) {
    return new DomainError('missing', 'deduction.policy-unknown', { policy: choice.policy, on: day });
  }
  const { policy } = version;
  const { from, note } = choice;
  const { treatment } = policy;
  return { policyId: version.id, version: version.version, policy, treatment, chosen: { from, note } };
}

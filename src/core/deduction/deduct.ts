import { maskAccount, maskNik } from '../formats/mask.js';
import { DomainError } from '../shared/domain-error.js';
import { invariant } from '../shared/invariant.js';
import { sumRupiah, type Rupiah } from '../shared/rupiah.js';
import type { ServiceMonth } from '../shared/service-month.js';
import type { PlainDate } from '../shared/plain-date.js';
import type {
  ContributionRule,
  ContributionTreatment,
  DeductionKind,
  DeductionPolicy,
  IncomeTaxTreatment,
} from './deduction-policy.js';
import type { DeductionStep } from './deduction-step.js';
import { incomeTax } from './income-tax.js';
import type { TaxFacts } from './tax-facts.js';

/** A policy version with why this body uses it. */
export interface ChosenTreatment<Treatment> {
  readonly policyId: number;
  readonly version: number;
  readonly policy: Pick<DeductionPolicy, 'code' | 'legalBasis'>;
  readonly treatment: Treatment;
  readonly chosen: { readonly from: PlainDate; readonly note: string };
}

/** What a paying body chose for the day of the request: never less than both. */
export interface ChosenTreatments {
  readonly payer: string;
  readonly pph21: ChosenTreatment<IncomeTaxTreatment>;
  readonly bpjs: ChosenTreatment<ContributionTreatment>;
}

/** A month of honor in a request whose premium no other request carries. */
export interface PremiumMonth {
  readonly month: ServiceMonth;
  /** What the payer had chosen for that month. */
  readonly bpjs: ChosenTreatment<ContributionTreatment>;
  /** Her number in that month, as it was recorded. */
  readonly participant: TaxFacts['participant'];
  /** The payer paid her honor of it before: whatever comes now is a rapel. */
  readonly wasPaid: boolean;
}

/** One kader of a request as her deductions see her. */
export interface KaderToDeduct {
  readonly kaderId: number;
  readonly name: string;
  readonly nik: string;
  readonly gross: Rupiah;
  readonly premiums: readonly PremiumMonth[];
  /** On the day of the request. */
  readonly facts: TaxFacts;
}

/** One deduction of one kader, or a premium that a body pays for her. */
export interface Deduction {
  readonly kaderId: number;
  readonly kind: DeductionKind;
  /** The month of a premium; null for tax, which is on the payment. */
  readonly month: ServiceMonth | null;
  readonly amount: Rupiah;
  /** Null: taken off her honor. Otherwise the body whose expense it is. */
  readonly borneBy: string | null;
  readonly policyId: number;
  readonly steps: readonly DeductionStep[];
}

export interface DeductedKader {
  readonly deductions: readonly Deduction[];
  /** What is taken off, and what is left for her: always more than nothing. */
  readonly withheld: Rupiah;
  readonly net: Rupiah;
}

/**
 * All that is taken off one kader's honor, and nothing else ever is. Her honor is held back, with the reason,
 * when a fact is missing, when she has no participant number for a premium of hers (control C18), or when
 * nothing would be left.
 */
export function deduct(kader: KaderToDeduct, chosen: ChosenTreatments): DeductedKader | DomainError {
  const person = { kader: kader.name, nik: maskNik(kader.nik) };
  const tax = incomeTax(chosen.pph21.treatment, kader.gross, kader.facts, person);
  if (tax instanceof DomainError) return tax;
  const premiums = premiumsOf(kader, chosen);
  if (premiums instanceof DomainError) return premiums;
  const taxed: Deduction = {
    kaderId: kader.kaderId,
    kind: 'pph21',
    month: null,
    amount: tax.amount,
    borneBy: null,
    policyId: chosen.pph21.policyId,
    steps: [...policySteps(chosen.pph21), ...tax.steps],
  };
  const deductions = [taxed, ...premiums];
  const withheld = sumRupiah(deductions.filter(isWithheld).map(({ amount }) => amount));
  if (withheld < kader.gross) return { deductions, withheld, net: kader.gross - withheld };
  const facts = { ...person, gross: kader.gross, withheld };
  return new DomainError('conflict', 'deduction.exceeds-honor', facts);
}

/** Whether it is taken off her honor, and no body's expense. */
export function isWithheld({ borneBy }: Pick<Deduction, 'borneBy'>): boolean {
  return borneBy === null;
}

/** A premium a month. A body pays for those who are insured; of her own honor it is cut only when she is. */
function premiumsOf(kader: KaderToDeduct, { payer }: ChosenTreatments): Deduction[] | DomainError {
  const premiums: Deduction[] = [];
  for (const month of kader.premiums) {
    const premium = premiumOf(kader, month, payer);
    if (premium instanceof DomainError) return premium;
    if (premium !== undefined) premiums.push(premium);
  }
  return premiums;
}

function premiumOf(
  kader: KaderToDeduct,
  premium: PremiumMonth,
  payer: string,
): Deduction | DomainError | undefined {
  const { rule } = premium.bpjs.treatment;
  if (rule.kind === 'none') return undefined;
  const isHers = rule.payer === 'kader';
  // What was to be cut of a month was cut when it was paid; a rapel of it carries none.
  if (isHers && premium.wasPaid) return undefined;
  if (premium.participant?.value == null) return isHers ? whyWithoutNumber(kader) : undefined;
  return insured(kader, premium, rule, isHers ? null : (rule.payingBody ?? payer));
}

/** Insured since, she was not in that month; not insured at all, her honor waits for her number. */
function whyWithoutNumber({ name, nik, facts }: KaderToDeduct): DomainError | undefined {
  if (facts.participant?.value != null) return undefined;
  return new DomainError('conflict', 'deduction.participant-missing', { kader: name, nik: maskNik(nik) });
}

function insured(
  { kaderId }: KaderToDeduct,
  { month, bpjs, participant }: PremiumMonth,
  { jkk, jkm }: Extract<ContributionRule, { kind: 'monthly' }>,
  borneBy: string | null,
): Deduction {
  invariant(participant?.value != null, 'whoever is insured has a number');
  return {
    ...{ kaderId, kind: 'bpjs', month, amount: jkk + jkm, borneBy, policyId: bpjs.policyId },
    steps: [
      ...policySteps(bpjs),
      { step: 'participant', number: maskAccount(participant.value), from: participant.from },
      { step: 'premium', month, jkk: jkk.toString(), jkm: jkm.toString() },
      { step: 'borne-by', payer: borneBy ?? 'kader' },
    ],
  };
}

function policySteps<Treatment>({ policy, version, chosen }: ChosenTreatment<Treatment>): DeductionStep[] {
  const { number, title } = policy.legalBasis;
  return [
    { step: 'policy', policy: policy.code, version, legalBasis: `${number} ${title}` },
    { step: 'chosen', from: chosen.from, note: chosen.note },
  ];
}

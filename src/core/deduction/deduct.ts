import { maskAccount, maskNik } from '../formats/mask.js';
import { DomainError } from '../shared/domain-error.js';
import { sumRupiah, type Rupiah } from '../shared/rupiah.js';
import type { ServiceMonth } from '../shared/service-month.js';
import type { PlainDate } from '../shared/plain-date.js';
import type {
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

/** One kader of a request as her deductions see her. */
export interface KaderToDeduct {
  readonly kaderId: number;
  readonly name: string;
  readonly nik: string;
  readonly gross: Rupiah;
  /** Months of honor in this request whose premium no other request carries. */
  readonly premiumMonths: readonly ServiceMonth[];
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
function premiumsOf(kader: KaderToDeduct, { payer, bpjs }: ChosenTreatments): Deduction[] | DomainError {
  const { rule } = bpjs.treatment;
  if (rule.kind === 'none' || kader.premiumMonths.length === 0) return [];
  const { participant } = kader.facts;
  if (participant?.value == null) {
    if (rule.payer !== 'kader') return [];
    const facts = { kader: kader.name, nik: maskNik(kader.nik) };
    return new DomainError('conflict', 'deduction.participant-missing', facts);
  }
  const borneBy = rule.payer === 'kader' ? null : (rule.payingBody ?? payer);
  const number = maskAccount(participant.value);
  return kader.premiumMonths.map((month) => ({
    kaderId: kader.kaderId,
    kind: 'bpjs',
    month,
    amount: rule.jkk + rule.jkm,
    borneBy,
    policyId: bpjs.policyId,
    steps: [
      ...policySteps(bpjs),
      { step: 'participant', number, from: participant.from },
      { step: 'premium', month, jkk: rule.jkk.toString(), jkm: rule.jkm.toString() },
      { step: 'borne-by', payer: borneBy ?? 'kader' },
    ],
  }));
}

function policySteps<Treatment>({ policy, version, chosen }: ChosenTreatment<Treatment>): DeductionStep[] {
  const { number, title } = policy.legalBasis;
  return [
    { step: 'policy', policy: policy.code, version, legalBasis: `${number} ${title}` },
    { step: 'chosen', from: chosen.from, note: chosen.note },
  ];
}

import { maskNik } from '../../formats/mask.js';
import { DomainError } from '../../shared/domain-error.js';
import type { PlainDate } from '../../shared/plain-date.js';
import { refuseAny } from '../../shared/refusals.js';
import type { Rupiah } from '../../shared/rupiah.js';
import type { DeductionPolicyVersion } from '../deduction-policy.js';
import type { DeductionStep } from '../deduction-step.js';
import type { TaxFacts } from '../tax-facts.js';
import { slipRate } from './slip-rate.js';
import { slipTermsOf } from './slip-terms-of.js';
import type { SlipTerms } from './slip-terms.js';
import { withholderOn, type Withholder } from './withholder.js';

/** Tax withheld of one payment to one kader. */
export interface WithheldPayment {
  readonly kaderId: number;
  readonly name: string;
  readonly nik: string;
  /** Her data is kept no longer: name and NIK are a pseudonym's, and neither address nor PTKP is known. */
  readonly isPseudonymised: boolean;
  /** Null: the roster does not say. */
  readonly jorong: string | null;
  readonly nagari: string;
  readonly district: string;
  readonly regency: string;
  /** Number of the payment request. */
  readonly request: string;
  readonly paidOn: PlainDate;
  readonly gross: Rupiah;
  readonly tax: Rupiah;
  /** The policy version it was withheld under. */
  readonly policyId: number;
  readonly steps: readonly DeductionStep[];
  /** What was known of her on the day she was paid. */
  readonly facts: TaxFacts;
}

export interface SlipContext {
  readonly payer: string;
  /** Of the payer, as recorded. */
  readonly withholders: readonly Withholder[];
  readonly versions: readonly DeductionPolicyVersion[];
}

/** What a withholding slip is filled in from. */
export interface SlipRow {
  readonly payment: WithheldPayment;
  readonly withholder: Withholder;
  readonly terms: SlipTerms;
  readonly address: string;
  /** Null: the terms say that it is not needed, or it is kept no longer. */
  readonly ptkp: string | null;
  readonly basePercent: number;
  readonly ratePercents: readonly number[];
}

/** What stands in the place of an address: the row stays, so that the sheet adds up to what was withheld. */
const FORGOTTEN = 'Data dihapus: masa simpannya habis';

/** A slip for each payment, in their order. @throws Refusals with everything that is missing, of every kader */
export function slipRows(payments: readonly WithheldPayment[], context: SlipContext): SlipRow[] {
  const problems: DomainError[] = [];
  const rows = payments.map((payment) => slipRow(payment, context, problems));
  refuseAny(problems);
  return rows.filter((row) => row !== undefined);
}

function slipRow(
  payment: WithheldPayment,
  { payer, withholders, versions }: SlipContext,
  problems: DomainError[],
): SlipRow | undefined {
  const { policyId, paidOn } = payment;
  const { grade, ...rate } = slipRate(payment.steps);
  const withholder = withholderOn(withholders, paidOn);
  if (withholder === undefined) {
    problems.push(new DomainError('missing', 'bp21.withholder-missing', { payer, on: paidOn }));
  }
  const terms = slipTermsOf(versions, policyId, grade);
  if (terms instanceof DomainError) problems.push(terms);
  const address = addressOf(payment);
  if (address === undefined) problems.push(missing('bp21.address-missing', payment));
  const ptkp = terms instanceof DomainError ? null : ptkpOf(payment, terms);
  if (ptkp === undefined) problems.push(missing('bp21.ptkp-missing', payment));
  if (withholder === undefined || terms instanceof DomainError) return undefined;
  if (address === undefined || ptkp === undefined) return undefined;
  return { payment, withholder, terms, address, ptkp, ...rate };
}

/** Where she lives, down to the jorong: without it the post does not find her. */
function addressOf({
  isPseudonymised,
  jorong,
  nagari,
  district,
  regency,
}: WithheldPayment): string | undefined {
  if (isPseudonymised) return FORGOTTEN;
  if (jorong === null || jorong.trim() === '') return undefined;
  const quarter = /^jorong\s/i.test(jorong) ? jorong.trim() : `Jorong ${jorong.trim()}`;
  return `${quarter}, Nagari ${nagari}, Kecamatan ${district}, Kabupaten ${regency}`;
}

function ptkpOf({ facts, isPseudonymised }: WithheldPayment, { ptkp }: SlipTerms): string | null | undefined {
  if (isPseudonymised) return null;
  return ptkp === 'not-needed' ? null : (facts.ptkp?.value ?? undefined);
}

function missing(
  code: 'bp21.address-missing' | 'bp21.ptkp-missing',
  { name, nik, paidOn }: WithheldPayment,
): DomainError {
  return new DomainError('missing', code, { kader: name, nik: maskNik(nik), on: paidOn });
}

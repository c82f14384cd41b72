import { formatDate, type PlainDate } from '../shared/plain-date.js';
import { formatMonth, type ServiceMonth } from '../shared/service-month.js';
import { describe } from '../messages/describe.js';

/** Rupiah as decimal digits, with a dot before a fraction: `112500`, `37500.5`; JSON keeps it exactly. */
type ExactRupiah = string;

/** One step of how a deduction came about, in order; stored with it so that anyone can follow it. */
export type DeductionStep =
  | {
      readonly step: 'policy';
      readonly policy: string;
      readonly version: number;
      readonly legalBasis: string;
    }
  | { readonly step: 'chosen'; readonly from: PlainDate; readonly note: string }
  | { readonly step: 'none' }
  | { readonly step: 'grade'; readonly grade: string; readonly from: PlainDate }
  | { readonly step: 'npwp'; readonly state: string; readonly from: PlainDate }
  | {
      readonly step: 'base';
      readonly gross: ExactRupiah;
      readonly percent: number;
      readonly base: ExactRupiah;
    }
  | {
      readonly step: 'rate';
      readonly of: ExactRupiah;
      readonly percent: number;
      readonly tax: ExactRupiah;
    }
  | { readonly step: 'surcharge'; readonly percent: number; readonly tax: ExactRupiah }
  | { readonly step: 'rounded-down'; readonly exact: ExactRupiah; readonly tax: ExactRupiah }
  | {
      readonly step: 'premium';
      readonly month: ServiceMonth;
      readonly jkk: ExactRupiah;
      readonly jkm: ExactRupiah;
    }
  | { readonly step: 'participant'; readonly number: string; readonly from: PlainDate }
  | { readonly step: 'borne-by'; readonly payer: string };

/** The step as one sentence in Indonesian. */
export function describeStep(step: DeductionStep): string {
  if ('from' in step) return describeFact(step);
  if ('percent' in step) return describeRate(step);
  switch (step.step) {
    case 'policy':
      return describe('deduction.step-policy', step);
    case 'none':
      return describe('deduction.step-none', {});
    case 'rounded-down':
      return describe('deduction.step-rounded-down', { exact: shown(step.exact), tax: shown(step.tax) });
    case 'premium': {
      const premiums = { jkk: shown(step.jkk), jkm: shown(step.jkm) };
      return describe('deduction.step-premium', { ...premiums, month: formatMonth(step.month) });
    }
    case 'borne-by':
      return describe('deduction.step-borne-by', step);
  }
}

function describeFact(step: Extract<DeductionStep, { from: PlainDate }>): string {
  const from = formatDate(step.from);
  switch (step.step) {
    case 'chosen':
      return describe('deduction.step-chosen', { ...step, from });
    case 'grade':
      return describe('deduction.step-grade', { ...step, from });
    case 'npwp':
      return describe('deduction.step-npwp', { ...step, from });
    case 'participant':
      return describe('deduction.step-participant', { ...step, from });
  }
}

function describeRate(step: Extract<DeductionStep, { percent: number }>): string {
  const percent = String(step.percent).replace('.', ',');
  switch (step.step) {
    case 'base':
      return describe('deduction.step-base', { percent, gross: shown(step.gross), base: shown(step.base) });
    case 'rate':
      return describe('deduction.step-rate', { percent, of: shown(step.of), tax: shown(step.tax) });
    case 'surcharge':
      return describe('deduction.step-surcharge', { percent, tax: shown(step.tax) });
  }
}

function shown(amount: ExactRupiah): string {
  const [whole = '', fraction] = amount.split('.');
  const dotted = whole.replace(/\B(?=(\d{3})+$)/g, '.');
  return `Rp${dotted}${fraction === undefined ? '' : `,${fraction}`}`;
}

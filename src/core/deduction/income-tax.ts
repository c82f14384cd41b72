import { Decimal } from 'decimal.js';
import { DomainError } from '../shared/domain-error.js';
import { ExactDecimal } from '../shared/exact-decimal.js';
import type { Rupiah } from '../shared/rupiah.js';
import type { IncomeTaxRule, IncomeTaxTreatment, TaxBracket } from './deduction-policy.js';
import type { DeductionStep } from './deduction-step.js';
import type { TaxFacts } from './tax-facts.js';

/** A deduction worked out, or why it cannot be. */
export type Worked = { readonly amount: Rupiah; readonly steps: readonly DeductionStep[] } | DomainError;

interface Person {
  readonly kader: string;
  readonly nik: string;
}

/**
 * PPh 21 on one payment, not accumulated over the year, rounded down to the whole rupiah once, at the end.
 * Whoever has a golongan is taxed by it where the treatment says so. A fact that the rule needs and nobody
 * recorded refuses the deduction.
 */
export function incomeTax(
  treatment: IncomeTaxTreatment,
  gross: Rupiah,
  facts: TaxFacts,
  person: Person,
): Worked {
  const { rule, percentByGrade } = treatment;
  const grade = facts.grade?.value;
  if (percentByGrade !== null && facts.grade !== undefined && typeof grade === 'string') {
    const percent = percentByGrade.get(grade);
    if (percent === undefined) {
      return new DomainError('conflict', 'deduction.grade-without-rate', { ...person, grade });
    }
    const step = { step: 'grade', grade, from: facts.grade.from } as const;
    return taxed([step, ...portion(gross, percent)]);
  }
  return byRule(rule, gross, facts, person);
}

function byRule(rule: IncomeTaxRule, gross: Rupiah, facts: TaxFacts, person: Person): Worked {
  switch (rule.kind) {
    case 'none':
      return { amount: 0n, steps: [{ step: 'none' }] };
    case 'by-grade':
      return new DomainError('conflict', 'deduction.grade-missing', { ...person });
    case 'by-npwp': {
      const npwp = npwpStep(facts);
      if (npwp === undefined) return new DomainError('conflict', 'deduction.npwp-missing', { ...person });
      const percent = npwp.state === 'tidak' ? rule.percentWithoutNpwp : rule.percentWithNpwp;
      return taxed([npwp, ...portion(gross, percent)]);
    }
    case 'progressive':
      return progressive(rule, gross, facts, person);
  }
}

function progressive(
  rule: Extract<IncomeTaxRule, { kind: 'progressive' }>,
  gross: Rupiah,
  facts: TaxFacts,
  person: Person,
): Worked {
  const { basePercent, brackets, surchargePercentWithoutNpwp: surcharge } = rule;
  const base = percentOf(new ExactDecimal(gross.toString()), basePercent);
  const baseStep = {
    step: 'base',
    gross: gross.toString(),
    percent: basePercent,
    base: base.toFixed(),
  } as const;
  const steps: DeductionStep[] = [baseStep, ...bracketSteps(base, brackets)];
  if (surcharge === 0) return taxed(steps);
  const npwp = npwpStep(facts);
  if (npwp === undefined) return new DomainError('conflict', 'deduction.npwp-missing', { ...person });
  if (npwp.state !== 'tidak') return taxed([npwp, ...steps]);
  const extra = percentOf(sumOf(steps), surcharge);
  return taxed([npwp, ...steps, { step: 'surcharge', percent: surcharge, tax: extra.toFixed() }]);
}

function bracketSteps(base: Decimal, brackets: readonly TaxBracket[]): DeductionStep[] {
  const steps: DeductionStep[] = [];
  let below = new ExactDecimal(0);
  for (const { upTo, percent } of brackets) {
    const end = upTo === null ? base : ExactDecimal.min(base, upTo.toString());
    if (end.lessThanOrEqualTo(below)) break;
    const inBracket = end.minus(below);
    const tax = percentOf(inBracket, percent);
    steps.push({ step: 'rate', of: inBracket.toFixed(), percent, tax: tax.toFixed() });
    below = end;
  }
  return steps;
}

function portion(gross: Rupiah, percent: number): DeductionStep[] {
  const tax = percentOf(new ExactDecimal(gross.toString()), percent);
  return [{ step: 'rate', of: gross.toString(), percent, tax: tax.toFixed() }];
}

function npwpStep({ npwp }: TaxFacts): Extract<DeductionStep, { step: 'npwp' }> | undefined {
  if (npwp?.value == null) return undefined;
  return { step: 'npwp', state: npwp.value, from: npwp.from };
}

/** The steps' taxes together, rounded down to the whole rupiah. */
function taxed(steps: readonly DeductionStep[]): Worked {
  const exact = sumOf(steps);
  const tax = exact.toDecimalPlaces(0, Decimal.ROUND_DOWN).toFixed();
  if (exact.isInteger()) return { amount: BigInt(tax), steps };
  return { amount: BigInt(tax), steps: [...steps, { step: 'rounded-down', exact: exact.toFixed(), tax }] };
}

function sumOf(steps: readonly DeductionStep[]): Decimal {
  const taxes = steps.flatMap((step) =>
    step.step === 'rate' || step.step === 'surcharge' ? [step.tax] : [],
  );
  return taxes.reduce((sum, tax) => sum.plus(tax), new ExactDecimal(0));
}

function percentOf(amount: Decimal, percent: number): Decimal {
  return amount.mul(percent).div(100);
}

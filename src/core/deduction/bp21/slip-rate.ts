import { ExactDecimal } from '../../shared/exact-decimal.js';
import type { DeductionStep } from '../deduction-step.js';

/** How a tax came about as a slip writes it. */
export interface SlipRate {
  /** Of gross that was taxed. */
  readonly basePercent: number;
  /** Of each bracket that was reached, with the surcharge for want of an NPWP; nearly always one. */
  readonly ratePercents: readonly number[];
  /** The golongan the tax went by; undefined: by the rule of everybody. */
  readonly grade: string | undefined;
}

/** The rate of a tax from the steps that were stored with it, which say what really happened. */
export function slipRate(steps: readonly DeductionStep[]): SlipRate {
  const rate = { basePercent: 100, surcharge: 0, ratePercents: [] as number[] };
  let grade: string | undefined;
  for (const step of steps) {
    if (step.step === 'base') rate.basePercent = step.percent;
    if (step.step === 'rate') rate.ratePercents.push(step.percent);
    if (step.step === 'surcharge') rate.surcharge = step.percent;
    if (step.step === 'grade') grade = step.grade;
  }
  const { basePercent, surcharge } = rate;
  const raised = (percent: number) =>
    new ExactDecimal(percent)
      .mul(100 + surcharge)
      .div(100)
      .toNumber();
  return { basePercent, ratePercents: rate.ratePercents.map(raised), grade };
}

import { policyResolver } from '../policy/resolve-policies.js';
import { DomainError } from '../shared/domain-error.js';
import { refuseAny } from '../shared/refusals.js';
import type { ServiceMonth } from '../shared/service-month.js';
import { calculateKaderMonth, type HonorRules } from './calculate-kader-month.js';
import type { Exclusion, HonorLine } from './honor-line.js';
import type { KaderFacts } from './kader-month.js';
import { noOtherPlaces, type OtherPlaces } from './other-places.js';

/**
 * The honor of many kader for several months.
 *
 * @param others what is left to other places, when one place calculates
 * @throws Refusals naming every missing rule at once: no policy, no rate, no funding source
 */
export function calculateRegion(
  kader: Iterable<KaderFacts>,
  months: readonly ServiceMonth[],
  rules: HonorRules,
  others: OtherPlaces = noOtherPlaces,
): { readonly lines: HonorLine[]; readonly exclusions: Exclusion[] } {
  const lines: HonorLine[] = [];
  const exclusions: Exclusion[] = [];
  const missing: DomainError[] = [];
  const resolve = policyResolver(rules.policies);
  for (const one of kader) {
    for (const month of months) {
      const leftToOthers = others.mustCalculate(one, month);
      if (leftToOthers !== undefined) {
        exclusions.push(leftToOthers);
        continue;
      }
      try {
        const honor = calculateKaderMonth(one, month, rules, resolve);
        lines.push(...honor.lines);
        exclusions.push(...honor.exclusions);
      } catch (error) {
        if (!isRefusal(error)) throw error;
        const leftAsItIs = others.mustMend(one, month, error);
        if (leftAsItIs === undefined) missing.push(error);
        else exclusions.push(leftAsItIs);
      }
    }
  }
  refuseAny(missing);
  return { lines, exclusions };
}

function isRefusal(error: unknown): error is DomainError {
  return error instanceof DomainError;
}

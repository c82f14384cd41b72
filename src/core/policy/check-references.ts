import { DomainError } from '../shared/domain-error.js';
import { isMonthly, type HonorComponent } from './honor-component.js';

/**
 * A component that is worked out from another needs one that is so much a month, and no top-up itself. The floor
 * of a policy that adds to another is in that other one: whether it is there is seen when the two meet.
 */
export function checkReferences(components: readonly HonorComponent[], topsUp: string | null): DomainError[] {
  const byCode = new Map(components.map((component) => [component.code, component]));
  return components.flatMap((component) => {
    if (!('of' in component)) return [];
    const referred = byCode.get(component.of);
    if (referred === undefined && topsUp !== null && component.kind === 'top-up') return [];
    if (referred !== undefined && canBeReferredTo(referred)) return [];
    const facts = { component: component.code, of: component.of };
    return [new DomainError('invalid', 'policy.reference-wrong', facts)];
  });
}

/** Whether another component may be worked out from this one. */
export function canBeReferredTo(component: HonorComponent): boolean {
  return isMonthly(component) && component.kind !== 'top-up';
}

import { liesIn } from '../region/region.js';
import type { PlainDate } from '../shared/plain-date.js';
import type { HonorPolicy } from './honor-policy.js';

/** A policy version with the identity the database gave it. */
export interface PolicyVersion {
  readonly id: number;
  readonly version: number;
  readonly policy: HonorPolicy;
}

/** Where a kader serves, and in which bidang SPM. */
export interface PlaceOfService {
  readonly nagariCode: string;
  readonly bidang: string;
}

/** Whether a policy holds at a place, whenever that may be. */
export function holdsAt({ scope, opd }: HonorPolicy, { nagariCode, bidang }: PlaceOfService): boolean {
  return liesIn(nagariCode, scope) && (opd === null || opd.bidang.includes(bidang));
}

/** Whether a policy holds on every day from `from` to `to`. */
export function coversDays({ validFrom, validTo }: HonorPolicy, from: PlainDate, to: PlainDate): boolean {
  return validFrom <= from && (validTo === null || to <= validTo);
}

/** Whether a policy holds on any day from `from` to `to`. */
export function touchesDays({ validFrom, validTo }: HonorPolicy, from: PlainDate, to: PlainDate): boolean {
  return validFrom <= to && (validTo === null || from <= validTo);
}

/**
 * The policy that a kader is paid by for whole days from `from` to `to`, without what others add to it. Of those
 * whose validity covers all of them, one of the OPD of her bidang comes first, for it is made for her; then the
 * most specific region. Undefined when none does (control C1: no honor outside the validity of its decree).
 */
export function selectPolicy(
  versions: readonly PolicyVersion[],
  place: PlaceOfService,
  from: PlainDate,
  to: PlainDate,
): PolicyVersion | undefined {
  return versions
    .filter(({ policy }) => policy.topsUp === null && holdsAt(policy, place) && coversDays(policy, from, to))
    .sort((one, other) => specificity(other.policy) - specificity(one.policy))[0];
}

/** Whether one policy comes before another where both hold: that of an OPD, then that of the smaller region. */
export function isMoreSpecific(one: HonorPolicy, other: HonorPolicy): boolean {
  return specificity(one) > specificity(other);
}

const LONGER_THAN_ANY_CODE = 100;

function specificity({ scope, opd }: HonorPolicy): number {
  return scope.length + (opd === null ? 0 : LONGER_THAN_ANY_CODE);
}

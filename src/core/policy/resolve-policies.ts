import { DomainError } from '../shared/domain-error.js';
import type { PlainDate } from '../shared/plain-date.js';
import { canBeReferredTo } from './check-references.js';
import type { HonorComponent } from './honor-component.js';
import { daysOfPolicies } from './policy-days.js';
import {
  coversDays,
  holdsAt,
  touchesDays,
  type PlaceOfService,
  type PolicyVersion,
} from './select-policy.js';

/** All that a kader is paid by on some days at one place. */
export interface PolicySet {
  /** The most specific policy that stands by itself. */
  readonly base: PolicyVersion;
  /** What others add to it. */
  readonly topUps: readonly PolicyVersion[];
  /** Would add to it, but holds only on some of the days. */
  readonly partlyValid: readonly PolicyVersion[];
  /** Hold here, but add to another policy than the one she is paid by. */
  readonly ofOtherBase: readonly PolicyVersion[];
  /** Every component of base and top-ups, by code. */
  readonly components: ReadonlyMap<string, HonorComponent>;
}

/** Days in a row with one most specific policy. */
export interface PolicyDays {
  readonly from: PlainDate;
  readonly to: PlainDate;
  /** Undefined when no policy stands there by itself. */
  readonly set: PolicySet | undefined;
  /** The same policy with what adds to it until it ends, or the days do: for a month that stays with it. */
  readonly kept: PolicySet | undefined;
}

/** Finds the policies for a place and days, in order of time: most often one for all of them. */
export type PolicyResolver = (place: PlaceOfService, from: PlainDate, to: PlainDate) => readonly PolicyDays[];

/**
 * A resolver over these versions that works out each place and time once, for everyone who serves there then.
 * It throws DomainError `honor.component-in-two-policies` and `honor.floor-missing` when policies do not fit
 * together: that cannot be known before they meet.
 */
export function policyResolver(versions: readonly PolicyVersion[]): PolicyResolver {
  // By nagari first: few answers are kept for each, and looking through them is quicker than building a key.
  const found = new Map<string, Found[]>();
  return ({ nagariCode, bidang }, from, to) => {
    const ofNagari = found.get(nagariCode) ?? [];
    for (const one of ofNagari)
      if (one.from === from && one.to === to && one.bidang === bidang) return one.days;
    const days = resolve(versions, { nagariCode, bidang }, from, to);
    found.set(nagariCode, ofNagari);
    ofNagari.push({ bidang, from, to, days });
    return days;
  };
}

interface Found {
  readonly bidang: string;
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly days: readonly PolicyDays[];
}

function resolve(
  versions: readonly PolicyVersion[],
  place: PlaceOfService,
  from: PlainDate,
  to: PlainDate,
): readonly PolicyDays[] {
  return daysOfPolicies(versions, place, from, to).map((days) => {
    const { base } = days;
    if (base === undefined) return { ...days, set: undefined, kept: undefined };
    const set = policySet(versions, base, place, days);
    if (days.to === to) return { ...days, set, kept: set };
    const { validTo } = base.policy;
    const end = validTo !== null && validTo < to ? validTo : to;
    const kept = policySet(versions, base, place, { from: days.from, to: end });
    return { ...days, set, kept };
  });
}

function policySet(
  versions: readonly PolicyVersion[],
  base: PolicyVersion,
  place: PlaceOfService,
  { from, to }: { readonly from: PlainDate; readonly to: PlainDate },
): PolicySet {
  const here = versions.filter(
    ({ policy }) => policy.topsUp !== null && touchesDays(policy, from, to) && holdsAt(policy, place),
  );
  const ofBase = here.filter(({ policy }) => policy.topsUp === base.policy.code);
  const topUps = ofBase.filter(({ policy }) => coversDays(policy, from, to));
  return {
    base,
    topUps,
    partlyValid: ofBase.filter((version) => !topUps.includes(version)),
    ofOtherBase: here.filter((version) => !ofBase.includes(version)),
    components: componentsOf(base, topUps),
  };
}

function componentsOf(base: PolicyVersion, topUps: readonly PolicyVersion[]) {
  const components = new Map<string, HonorComponent>();
  const ownerOf = new Map<string, string>();
  for (const { policy } of [base, ...topUps]) {
    for (const component of policy.components) {
      const other = ownerOf.get(component.code);
      if (other !== undefined) {
        const facts = { component: component.code, one: other, other: policy.code };
        throw new DomainError('conflict', 'honor.component-in-two-policies', facts);
      }
      components.set(component.code, component);
      ownerOf.set(component.code, policy.code);
    }
  }
  for (const component of components.values()) requireFloor(component, components, ownerOf);
  return components;
}

function requireFloor(
  component: HonorComponent,
  components: ReadonlyMap<string, HonorComponent>,
  ownerOf: ReadonlyMap<string, string>,
): void {
  if (component.kind !== 'top-up') return;
  const floor = components.get(component.of);
  if (floor !== undefined && canBeReferredTo(floor)) return;
  const policy = ownerOf.get(component.code) ?? '';
  const facts = { policy, component: component.code, of: component.of };
  throw new DomainError('missing', 'honor.floor-missing', facts);
}

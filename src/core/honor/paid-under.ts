import type { HonorComponent } from '../policy/honor-component.js';
import type { PolicyResolver, PolicySet } from '../policy/resolve-policies.js';
import type { PolicyVersion } from '../policy/select-policy.js';
import { DomainError } from '../shared/domain-error.js';
import { formatDate } from '../shared/plain-date.js';
import type { ActiveSpan, ActiveSpans } from './kader-month.js';
import type { ExclusionCode } from './reason.js';

/** One policy, and the days of the month she is paid under it. */
interface PaidUnder {
  readonly version: PolicyVersion;
  readonly spans: ActiveSpans;
  readonly components: ReadonlyMap<string, HonorComponent>;
}

/** A policy that would add to her pay, and why it does not. */
export interface NotAdded {
  readonly version: PolicyVersion;
  readonly code: ExclusionCode;
  readonly facts: Readonly<Record<string, string>>;
}

interface MonthPolicies {
  readonly parts: readonly PaidUnder[];
  readonly notAdded: readonly NotAdded[];
}

/**
 * The policies a kader is paid by in the spans of a month: one that stands by itself, and what others add on the
 * days she served where they hold. Undefined when the spans lie under different policies that stand by themselves.
 *
 * @throws DomainError `honor.no-policy`, and what the resolver throws
 */
export function paidUnder(spans: ActiveSpans, resolve: PolicyResolver): MonthPolicies | undefined {
  const [first, ...later] = spans;
  const set = policySet(first, resolve);
  if (later.length === 0) return ofOneSpan(set, spans);
  const sets = [{ span: first, set }, ...later.map((span) => ({ span, set: policySet(span, resolve) }))];
  if (sets.some((one) => one.set.base.id !== set.base.id)) return undefined;
  const topUps = new Map<
    number,
    { version: PolicyVersion; spans: [ActiveSpan, ...ActiveSpan[]]; set: PolicySet }
  >();
  for (const one of sets) {
    for (const version of one.set.topUps) {
      const known = topUps.get(version.id);
      if (known === undefined) topUps.set(version.id, { version, spans: [one.span], set: one.set });
      else known.spans.push(one.span);
    }
  }
  const added = [...topUps.values()].map((topUp) => ({ ...topUp, components: topUp.set.components }));
  const notAdded = sets.flatMap((one) => notAddedOf(one.set));
  return {
    parts: [{ version: set.base, spans, components: set.components }, ...added],
    notAdded: notAdded.filter(
      ({ version }, index) =>
        !topUps.has(version.id) && notAdded.findIndex((other) => other.version.id === version.id) === index,
    ),
  };
}

function ofOneSpan(set: PolicySet, spans: ActiveSpans): MonthPolicies {
  const { base, topUps, components } = set;
  const parts = [base, ...topUps].map((version) => ({ version, spans, components }));
  return { parts, notAdded: notAddedOf(set) };
}

function notAddedOf({ base, partlyValid, ofOtherBase }: PolicySet): NotAdded[] {
  if (partlyValid.length === 0 && ofOtherBase.length === 0) return [];
  return [
    ...partlyValid.map((version): NotAdded => {
      const { validFrom, validTo } = version.policy;
      const facts = {
        from: formatDate(validFrom),
        to: validTo === null ? 'seterusnya' : formatDate(validTo),
      };
      return { version, code: 'honor.top-up-not-whole-month', facts };
    }),
    ...ofOtherBase.map((version): NotAdded => {
      const facts = { floor: version.policy.topsUp ?? '', base: base.policy.code };
      return { version, code: 'honor.top-up-of-other-policy', facts };
    }),
  ];
}

function policySet({ appointment, from, to }: ActiveSpan, resolve: PolicyResolver): PolicySet {
  const set = resolve(appointment, from, to);
  if (set !== undefined) return set;
  const { nagariCode: nagari, bidang } = appointment;
  throw new DomainError('missing', 'honor.no-policy', { nagari, bidang, from, to });
}

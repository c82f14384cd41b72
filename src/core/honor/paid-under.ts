import type { HonorComponent } from '../policy/honor-component.js';
import type { PolicyResolver, PolicySet } from '../policy/resolve-policies.js';
import type { PolicyVersion } from '../policy/select-policy.js';
import { groupBy } from '../shared/group-by.js';
import { formatDate } from '../shared/plain-date.js';
import type { ActiveSpan, ActiveSpans } from './kader-month.js';
import { piecesOfMonth, type MonthPiece, type NotYet } from './pieces-of-month.js';
import type { ExclusionCode } from './reason.js';

/** One policy, and the days of the month she is paid under it. */
export interface PaidUnder {
  readonly version: PolicyVersion;
  readonly spans: ActiveSpans;
  readonly components: ReadonlyMap<string, HonorComponent>;
  /** Took over within the month, which stays with the one before. */
  readonly notYet: NotYet | null;
}

/** A policy that would add to her pay, and why it does not. */
export interface NotAdded {
  readonly version: PolicyVersion;
  readonly code: ExclusionCode;
  readonly facts: Readonly<Record<string, string>>;
}

/** Days under one policy that stands by itself, and what others add to it. */
export type Stay = readonly [PaidUnder, ...PaidUnder[]];

interface MonthPolicies {
  /** In order of time; more than one when she moved, or a policy began within the month. */
  readonly stays: readonly Stay[];
  readonly notAdded: readonly NotAdded[];
}

/**
 * The policies a kader is paid by in the spans of a month: those that stand by themselves, and what others add on
 * the days she served where they hold.
 *
 * @throws DomainError `honor.no-policy`, and what the resolver throws
 */
export function paidUnder(spans: ActiveSpans, resolve: PolicyResolver): MonthPolicies {
  const [first] = spans;
  const days = spans.length === 1 ? resolve(first.appointment, first.from, first.to) : [];
  const set = days.length === 1 ? days[0]?.set : undefined;
  if (set !== undefined) return { stays: [stayOfOneSpan(set, spans)], notAdded: notAddedOf(set) };
  const pieces = piecesOfMonth(spans, resolve);
  const stays = [...groupBy(pieces, (piece) => piece.set.base.id).values()].map(stayOf);
  const added = new Set(stays.flat().map(({ version }) => version.id));
  const notAdded = pieces.flatMap((piece) => notAddedOf(piece.set));
  const versions = notAdded.map(({ version }) => version.id);
  return {
    stays,
    notAdded: notAdded.filter(
      ({ version }, index) => !added.has(version.id) && versions.indexOf(version.id) === index,
    ),
  };
}

function stayOfOneSpan({ base, topUps, components }: PolicySet, spans: ActiveSpans): Stay {
  const added = topUps.map((version) => ({ version, spans, components, notYet: null }));
  return [{ version: base, spans, components, notYet: null }, ...added];
}

function stayOf(pieces: readonly [MonthPiece, ...MonthPiece[]]): Stay {
  const [{ span, set }, ...later] = pieces;
  const notYet = pieces.find((piece) => piece.notYet !== null)?.notYet ?? null;
  const spans: ActiveSpans = [span, ...later.map((piece) => piece.span)];
  const topUps = new Map<number, { added: PaidUnder; spans: [ActiveSpan, ...ActiveSpan[]] }>();
  for (const piece of pieces) {
    for (const version of piece.set.topUps) {
      const known = topUps.get(version.id);
      const { components } = piece.set;
      if (known !== undefined) known.spans.push(piece.span);
      else {
        const ofTopUp: [ActiveSpan, ...ActiveSpan[]] = [piece.span];
        topUps.set(version.id, {
          added: { version, spans: ofTopUp, components, notYet: null },
          spans: ofTopUp,
        });
      }
    }
  }
  const base = { version: set.base, spans, components: set.components, notYet };
  return [base, ...[...topUps.values()].map(({ added }) => added)];
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

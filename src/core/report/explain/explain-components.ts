import { describe } from '../../messages/describe.js';
import { groupBy } from '../../shared/group-by.js';
import { sumRupiah } from '../../shared/rupiah.js';
import { describeStoredReason } from './describe-stored-reason.js';
import type { ExplainedComponent, ExplainedRevision } from './explanation.js';
import type { ExclusionRow, RevisionRow } from './facts.js';

/** Every component of the month with all its revisions, oldest first, and what changed from one to the next. */
export function explainComponents(
  revisions: readonly RevisionRow[],
  exclusions: readonly ExclusionRow[],
): ExplainedComponent[] {
  const sorted = [...revisions].sort(
    (one, other) => compare(one.component, other.component) || one.revision - other.revision,
  );
  return [...groupBy(sorted, ({ component }) => component).values()].map((ofComponent) => ({
    code: ofComponent[0].component,
    name: ofComponent[0].componentName,
    amount: sumRupiah(ofComponent.map(({ amount }) => amount)),
    revisions: ofComponent.map((row, index) => explainRevision(row, ofComponent[index - 1], exclusions)),
  }));
}

function explainRevision(
  row: RevisionRow,
  before: RevisionRow | undefined,
  exclusions: readonly ExclusionRow[],
): ExplainedRevision {
  const { revision, calculatedOn, amount, policy } = row;
  const steps = row.reasons.map(describeStoredReason);
  const common = { revision, calculatedOn, amount, policy, steps };
  if (before === undefined) return { ...common, change: null };
  const [now, then] = [textsOf(row), textsOf(before)];
  const because = exclusions
    .filter(({ calculationId }) => calculationId === row.calculationId)
    .filter(({ component }) => component === null || component === row.component)
    .map(({ code, facts }) => describe(code, facts));
  const gone = then.filter((text) => !now.includes(text));
  return { ...common, change: { gone, come: now.filter((text) => !then.includes(text)), because } };
}

function textsOf({ reasons }: RevisionRow): string[] {
  return reasons.map((reason) => describeStoredReason(reason).text);
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

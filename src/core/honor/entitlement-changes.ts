import { sumRupiah } from '../shared/rupiah.js';
import type { Exclusion, HonorLine, Share } from './honor-line.js';
import type { ExclusionCode } from './reason.js';

/** What is already entitled for a kader, month and component, all revisions added up. */
export interface EntitledLine extends Pick<
  HonorLine,
  'kaderId' | 'month' | 'component' | 'amount' | 'shares'
> {
  readonly revision: number;
  readonly policyId: number;
  readonly appointmentId: number;
  readonly nagariCode: string;
}

/** A line to add: the first of its kader, month and component (revision 0), or a correction of what was entitled. */
export interface EntitlementChange extends HonorLine {
  readonly revision: number;
}

/**
 * Waits for a decision of people, is for another place to calculate, or what was then is known no longer: none says
 * anything against what was entitled.
 */
const undecided: ReadonlySet<ExclusionCode> = new Set([
  'honor.moved-within-month',
  'honor.pseudonymised',
  'honor.recorded-too-late',
  'honor.calculated-elsewhere',
  'honor.elsewhere-not-ready',
]);

/**
 * What must be added so that everything entitled equals what was calculated now. What is entitled is never
 * edited: a difference becomes a delta, positive (rapel) or negative, and no difference becomes nothing.
 * Both sides must be of the same kader and months. A month that waits for a decision (which of two policies) or for
 * another place, or of a kader whose data is kept no longer, stays as it was.
 */
export function entitlementChanges(
  calculated: readonly HonorLine[],
  entitled: readonly EntitledLine[],
  exclusions: readonly Exclusion[] = [],
): EntitlementChange[] {
  const earlier = new Map(entitled.map((line) => [keyOf(line), line]));
  const current = new Set(calculated.map(keyOf));
  const waiting = new Set(exclusions.filter(({ code }) => undecided.has(code)).map(monthKeyOf));
  const withdrawn = entitled
    .filter((line) => !current.has(keyOf(line)) && !waiting.has(monthKeyOf(line)))
    .map((line): HonorLine => ({ ...line, amount: 0n, shares: [], reasons: [] }));
  return [...calculated, ...withdrawn].flatMap((line) => changeOf(line, earlier.get(keyOf(line))) ?? []);
}

function changeOf(line: HonorLine, before: EntitledLine | undefined): EntitlementChange | undefined {
  if (before === undefined) return line.shares.length === 0 ? undefined : { ...line, revision: 0 };
  const shares = differenceOf(line.shares, before.shares);
  if (shares.length === 0) return undefined;
  return {
    ...line,
    amount: sumRupiah(shares.map((share) => share.amount)),
    shares,
    revision: before.revision + 1,
  };
}

function differenceOf(now: readonly Share[], before: readonly Share[]): Share[] {
  const bySource = new Map(now.map((share) => [share.sourceId, share.amount]));
  for (const share of before)
    bySource.set(share.sourceId, (bySource.get(share.sourceId) ?? 0n) - share.amount);
  return [...bySource]
    .map(([sourceId, amount]) => ({ sourceId, amount }))
    .filter((share) => share.amount !== 0n);
}

function keyOf(line: Pick<HonorLine, 'kaderId' | 'month' | 'component'>): string {
  return `${monthKeyOf(line)}/${line.component}`;
}

function monthKeyOf({ kaderId, month }: Pick<HonorLine, 'kaderId' | 'month'>): string {
  return `${String(kaderId)}/${month}`;
}

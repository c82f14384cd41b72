import { refusal, type Problem } from '../formats/sheet/problem.js';
import { changeOf, type FieldChange } from '../kader/field-change.js';
import { formatDate } from '../shared/plain-date.js';
import type { Bidang } from '../kader/vocabulary.js';
import type { ActivityRow } from './activity-layout.js';
import { mergeBidang } from './bidang-of-activity.js';
import { activityKey, type ActivityIdentity, type ExistingActivity } from './existing-activity.js';
import { readActivityRow, type ActivityReferences, type StatedAttendance } from './read-activity-row.js';
import { headingOfGroup, targetGroups, type TargetCounts } from './target-groups.js';

/** An activity as the rows of a file state it together. */
export interface StatedActivity extends ActivityIdentity {
  readonly posyanduName: string;
  /** Where the file begins to state it. */
  readonly row: ActivityRow;
  readonly bidang: Bidang | null;
  readonly counts: TargetCounts;
  readonly attendance: ReadonlyMap<number, StatedAttendance>;
}

/** What a file states otherwise of a recorded activity. The file's attendance is the whole attendance. */
export interface ActivityChange {
  readonly existing: ExistingActivity;
  readonly stated: StatedActivity;
  readonly bidang: Bidang | null;
  readonly counts: TargetCounts;
  readonly changes: readonly FieldChange[];
}

export interface ActivityPlan {
  readonly problems: readonly Problem[];
  readonly created: readonly StatedActivity[];
  readonly changed: readonly ActivityChange[];
  readonly unchanged: number;
}

/** The attendance a file states, row by row, before it is held against what is recorded. */
export function readAttendance(
  rows: readonly ActivityRow[],
  references: ActivityReferences,
): {
  readonly activities: readonly StatedActivity[];
  readonly problems: readonly Problem[];
  readonly notes: readonly Problem[];
} {
  const problems: Problem[] = [];
  const notes: Problem[] = [];
  const activities = new Map<string, StatedActivity & { attendance: Map<number, StatedAttendance> }>();
  for (const row of rows) {
    const stated = readActivityRow(row, references, { problems, notes });
    if (stated === undefined) continue;
    const key = activityKey(stated.activity);
    const { posyanduName } = stated;
    const first = activities.get(key) ?? {
      ...stated.activity,
      posyanduName,
      row,
      bidang: null,
      counts: {},
      attendance: new Map(),
    };
    const counts = mergeCounts(first, stated, problems);
    const bidang = mergeBidang(first, stated, problems);
    activities.set(key, { ...first, bidang, counts, attendance: first.attendance });
    attend(first, stated, problems);
  }
  return { activities: [...activities.values()], problems, notes };
}

/** Holds stated activities against the recorded ones, by `activityKey`. */
export function planActivityImport(
  activities: readonly StatedActivity[],
  recorded: ReadonlyMap<string, ExistingActivity>,
): ActivityPlan {
  const problems: Problem[] = [];
  const created: StatedActivity[] = [];
  const changed: ActivityChange[] = [];
  for (const stated of activities) {
    const existing = recorded.get(activityKey(stated));
    if (existing === undefined) {
      created.push(stated);
      continue;
    }
    const change = changeOfActivity(existing, stated);
    if (change.changes.length === 0) continue;
    changed.push(change);
    problems.push(...refusedChange(existing, stated));
  }
  return { problems, created, changed, unchanged: activities.length - created.length - changed.length };
}

function refusedChange(existing: ExistingActivity, stated: StatedActivity): Problem[] {
  const facts = { posyandu: stated.posyanduName, date: formatDate(stated.heldOn) };
  if (existing.verified) {
    return [stated.row.problemAt('heldOn', refusal('activity.already-verified', facts))];
  }
  return existing.attendance
    .filter(({ kaderId, referred }) => referred && !stated.attendance.has(kaderId))
    .map(({ name }) =>
      stated.row.problemAt('heldOn', refusal('activity.referral-recorded', { ...facts, name })),
    );
}

function attend(
  activity: { readonly attendance: Map<number, StatedAttendance> },
  stated: StatedAttendance,
  problems: Problem[],
): void {
  const first = activity.attendance.get(stated.kader.id);
  if (first === undefined) {
    activity.attendance.set(stated.kader.id, stated);
    return;
  }
  const facts = { name: stated.kader.name, first: placeOf(first.row) };
  problems.push(stated.row.problemAt('nik', refusal('activity.twice', facts)));
}

function mergeCounts(
  { counts, row: firstRow }: Pick<StatedActivity, 'counts' | 'row'>,
  { row, countsTargets }: StatedAttendance,
  problems: Problem[],
): TargetCounts {
  const merged = { ...counts };
  if (!countsTargets) return merged;
  for (const [field, group] of targetGroups) {
    const count = row.found[field];
    if (count === undefined) continue;
    const before = (merged[group] ??= count);
    if (before === count) continue;
    const facts = { other: before, first: placeOf(firstRow) };
    problems.push(row.problemAt(field, refusal('activity.counts-differ', facts)));
  }
  return merged;
}

function changeOfActivity(existing: ExistingActivity, stated: StatedActivity): ActivityChange {
  const counts = { ...existing.counts, ...stated.counts };
  const bidang = stated.bidang ?? existing.bidang;
  const groups = targetGroups.flatMap(([, group]) => {
    const before = existing.counts[group]?.toString() ?? null;
    return changeOf(headingOfGroup(group), before, counts[group]?.toString());
  });
  const attended = new Set(existing.attendance.map(({ kaderId }) => kaderId));
  const arrived = [...stated.attendance.values()].filter(({ kader }) => !attended.has(kader.id));
  const left = existing.attendance.filter(({ kaderId }) => !stated.attendance.has(kaderId));
  const changes = [
    ...groups,
    ...changeOf('BIDANG KEGIATAN', existing.bidang, stated.bidang ?? undefined),
    ...arrived.map(({ kader }) => ({ field: 'HADIR', before: null, after: kader.name })),
    ...left.map(({ name }) => ({ field: 'HADIR', before: name, after: 'tidak hadir' })),
  ];
  return { existing, stated, bidang, counts, changes };
}

function placeOf(row: ActivityRow): string {
  return `lembar ${row.sheet} baris ${String(row.row)}`;
}

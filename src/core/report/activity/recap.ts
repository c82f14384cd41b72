import type { TargetCounts } from '../../activity/target-groups.js';
import { targetGroups, type TargetGroup } from '../../activity/target-groups.js';
import { groupBy } from '../../shared/group-by.js';

/** An activity as it is counted. */
export interface RecappedActivity {
  readonly type: string;
  readonly typeName: string;
  readonly bidang: string | null;
  readonly posyandu: string;
  readonly registrationNumber: string;
  readonly nagariCode: string;
  readonly nagari: string;
  readonly isVerified: boolean;
  readonly kaderIds: readonly number[];
  readonly counts: TargetCounts;
}

export const recapGroupings = ['type', 'bidang', 'posyandu', 'nagari'] as const;
export type RecapGrouping = (typeof recapGroupings)[number];

/** What some activities come to together. */
export interface RecapSum {
  readonly events: number;
  /** How many of them somebody verified. */
  readonly verified: number;
  /** How many kader were at any of them, each once. */
  readonly kader: number;
  /** Kader times events. */
  readonly attendances: number;
  /** Persons served; somebody served at two events counts twice, as nobody is named. */
  readonly counts: Readonly<Record<TargetGroup, number>>;
}

interface RecapRow extends RecapSum {
  readonly code: string;
  readonly name: string;
}

export interface Recap {
  readonly rows: readonly RecapRow[];
  /** Of all activities: a kader in two rows is one kader here. */
  readonly total: RecapSum;
}

/** Counts activities by one of their sides, in order of its code. */
export function recap(activities: readonly RecappedActivity[], by: RecapGrouping): Recap {
  const groups = groupBy(activities, (one) => sides[by](one)[0]);
  const rows = [...groups].map(([code, group]) => {
    const [, name] = sides[by](group[0]);
    return { code, name, ...sumOf(group) };
  });
  return { rows: rows.sort((one, other) => (one.code < other.code ? -1 : 1)), total: sumOf(activities) };
}

const sides: Readonly<Record<RecapGrouping, (one: RecappedActivity) => [code: string, name: string]>> = {
  type: ({ type, typeName }) => [type, typeName],
  bidang: ({ bidang }) => [bidang ?? '-', bidang ?? 'lintas bidang'],
  posyandu: ({ registrationNumber, posyandu }) => [registrationNumber, posyandu],
  nagari: ({ nagariCode, nagari }) => [nagariCode, nagari],
};

function sumOf(activities: readonly RecappedActivity[]): RecapSum {
  const counts = { bayi: 0, balita: 0, 'ibu-hamil': 0, remaja: 0, 'usia-produktif': 0, lansia: 0 };
  const kader = new Set<number>();
  let [verified, attendances] = [0, 0];
  for (const one of activities) {
    for (const [, group] of targetGroups) counts[group] += one.counts[group] ?? 0;
    for (const id of one.kaderIds) kader.add(id);
    attendances += one.kaderIds.length;
    if (one.isVerified) verified += 1;
  }
  return { events: activities.length, verified, kader: kader.size, attendances, counts };
}

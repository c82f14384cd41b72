import { groupBy } from '../../shared/group-by.js';
import type { PlainDate } from '../../shared/plain-date.js';
import { sumRupiah, type Rupiah } from '../../shared/rupiah.js';
import { sumOfParts, type OwedParts } from '../owed/owed-parts.js';
import { ageClasses } from './age-class.js';
import type { Arrear } from './arrears.js';

export const arrearsGroupings = ['kader', 'nagari', 'payer', 'source'] as const;
export type ArrearsGrouping = (typeof arrearsGroupings)[number];

/** What is owed to or by one kader, nagari, paying body or budget line. */
export interface ArrearsGroup {
  readonly key: string;
  readonly name: string;
  readonly kader: number;
  readonly owed: Rupiah;
  readonly overpaid: Rupiah;
  /** Day since which the oldest of it is owed. */
  readonly since: PlainDate;
  /** What is owed by age, a figure for every class. */
  readonly ages: Readonly<Record<string, Rupiah>>;
  /** What is owed by how near its payment is. */
  readonly parts: OwedParts;
  /** What is owed by reason, the largest first. */
  readonly reasons: readonly { readonly code: string; readonly amount: Rupiah }[];
}

/** Arrears by what is asked for, in order of key; the groups add up to the whole. */
export function arrearsBy(rows: readonly Arrear[], grouping: ArrearsGrouping): ArrearsGroup[] {
  return [...groupBy(rows, (row) => keyOf(row, grouping))]
    .map(([key, group]) => groupOf(key, group, grouping))
    .sort((one, other) => (one.key < other.key ? -1 : 1))
    .map((group) => (grouping === 'kader' ? { ...group, key: group.key.replace(/^0+/, '') } : group));
}

function groupOf(key: string, rows: readonly [Arrear, ...Arrear[]], grouping: ArrearsGrouping): ArrearsGroup {
  const due = rows.filter(({ amount }) => amount > 0n);
  const total = (some: readonly Arrear[]): Rupiah => sumRupiah(some.map(({ amount }) => amount));
  const reasons = [...groupBy(due, ({ reason }) => reason.code)].map(([code, ofReason]) => ({
    code,
    amount: total(ofReason),
  }));
  return {
    key,
    name: nameOf(rows[0], grouping),
    kader: new Set(rows.map((row) => row.kader)).size,
    owed: total(due),
    overpaid: -total(rows.filter(({ amount }) => amount < 0n)),
    since: rows.map(({ since }) => since).sort()[0] ?? rows[0].since,
    ages: Object.fromEntries(
      ageClasses.map(({ code }) => [code, total(due.filter(({ age }) => age === code))]),
    ),
    parts: sumOfParts(due.map(({ parts }) => parts)),
    reasons: reasons.sort(largestFirst),
  };
}

function keyOf(row: Arrear, grouping: ArrearsGrouping): string {
  // Numbers of the same length, so that text sorts as they do.
  return grouping === 'kader' ? String(row.kader).padStart(10, '0') : row[grouping];
}

function nameOf(row: Arrear, grouping: ArrearsGrouping): string {
  const names = {
    kader: `${row.name} (${row.nik})`,
    nagari: row.nagariName,
    payer: row.payerName,
    source: row.payerName,
  };
  return names[grouping];
}

type ByReason = ArrearsGroup['reasons'][number];

function largestFirst(one: ByReason, other: ByReason): number {
  if (one.amount !== other.amount) return one.amount < other.amount ? 1 : -1;
  return one.code < other.code ? -1 : 1;
}

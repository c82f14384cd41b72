import { refusal, type Problem } from '../formats/sheet/problem.js';
import type { Bidang } from '../kader/vocabulary.js';
import type { ActivityRow } from './activity-layout.js';

/** The bidang a row states, or the only one its type belongs to; null when neither says. */
export function readBidang(
  row: ActivityRow,
  { kind, bidang }: Pick<NonNullable<ActivityRow['values']>, 'kind' | 'bidang'>,
  problems: Problem[],
): Bidang | null {
  const [only, ...others] = kind.bidang ?? [];
  if (bidang === undefined) return only !== undefined && others.length === 0 ? only : null;
  if (kind.bidang !== null && !kind.bidang.includes(bidang)) {
    const facts = { type: kind.name, bidang, own: kind.bidang.join(', ') };
    problems.push(row.problemAt('bidang', refusal('activity.bidang-not-of-type', facts)));
  }
  return bidang;
}

/** The bidang of an activity after one more of its rows; rows that contradict each other are a problem. */
export function mergeBidang(
  first: { readonly bidang: Bidang | null; readonly row: ActivityRow },
  { bidang, row }: { readonly bidang: Bidang | null; readonly row: ActivityRow },
  problems: Problem[],
): Bidang | null {
  if (bidang !== null && first.bidang !== null && bidang !== first.bidang) {
    const place = `lembar ${first.row.sheet} baris ${String(first.row.row)}`;
    problems.push(
      row.problemAt('bidang', refusal('activity.bidang-differs', { other: first.bidang, first: place })),
    );
  }
  return first.bidang ?? bidang;
}

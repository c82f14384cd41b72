import { refusal, type Problem } from '../formats/sheet/problem.js';
import { addDays, formatDate, type PlainDate } from '../shared/plain-date.js';
import type { ExistingKader, ExistingTier } from './existing-kader.js';
import { changeOf, type FieldChange } from './field-change.js';
import type { RosterRecord, StatedTier } from './roster-record.js';

/** What to do to a kader's tiers. What was recorded is never changed: it ends, or is withdrawn as a mistake. */
export type TierStep =
  | { readonly kind: 'keep' }
  | {
      readonly kind: 'add';
      readonly tier: StatedTier;
      /** The earlier one, which ends the day before. */
      readonly ends: { readonly id: number; readonly endedOn: PlainDate } | null;
      /** One of the same first day, which this one corrects. */
      readonly withdrawsId: number | null;
    };

export interface TierComparison {
  readonly step: TierStep;
  readonly changes: readonly FieldChange[];
  readonly problem?: Problem;
}

const KEEP: TierComparison = { step: { kind: 'keep' }, changes: [] };

export function compareTier({ row, tier: stated }: RosterRecord, { tiers }: ExistingKader): TierComparison {
  if (stated === undefined || tiers.some((known) => isSame(known, stated))) return KEEP;
  const latest = tiers.at(-1);
  if (latest !== undefined && stated.from < latest.from) {
    const facts = { tier: latest.tier, from: formatDate(latest.from) };
    return { ...KEEP, problem: row.problemAt('tierFrom', refusal('roster.tier-older', facts)) };
  }
  const corrects = latest?.from === stated.from;
  const ends = latest === undefined || corrects ? null : { id: latest.id, endedOn: addDays(stated.from, -1) };
  return {
    step: { kind: 'add', tier: stated, ends, withdrawsId: corrects ? latest.id : null },
    changes: changeOf('TINGKATAN BERSERTIFIKAT', latest === undefined ? null : label(latest), label(stated)),
  };
}

function isSame(known: ExistingTier, stated: StatedTier): boolean {
  return known.tier === stated.tier && known.from === stated.from && known.certificate === stated.certificate;
}

function label({ tier, from, certificate }: StatedTier): string {
  return `${tier} (mulai ${formatDate(from)}, ${certificate})`;
}

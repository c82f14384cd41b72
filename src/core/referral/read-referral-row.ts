import { refusal, type Problem } from '../formats/sheet/problem.js';
import type { ExistingKader } from '../kader/existing-kader.js';
import { personKey } from '../kader/person-name.js';
import { posyanduOfRow, type PlaceReferences } from '../region/posyandu-of-row.js';
import type { StatedReferral } from './plan-referrals.js';
import type { ReferralRow } from './referral-sheet.js';

/** What a row of a referral sheet is held against. */
export interface ReferralReferences extends PlaceReferences {
  readonly kaderByNik: ReadonlyMap<string, ExistingKader>;
}

/** Reads one row by itself; undefined when something in it is refused, which `problems` then holds. */
export function readReferralRow(
  row: ReferralRow,
  references: ReferralReferences,
  problems: Problem[],
): StatedReferral | undefined {
  const { values } = row;
  if (values === undefined) return undefined;
  const { on, nik, name, bidang, subject, count, description } = values;
  const kader = references.kaderByNik.get(nik);
  if (kader === undefined) {
    problems.push(row.problemAt('nik', refusal('activity.nik-unknown', { name })));
  } else if (personKey(name) !== personKey(kader.name)) {
    problems.push(row.problemAt('name', refusal('activity.name-differs', { name, owner: kader.name })));
  }
  const posyandu = posyanduOfRow(row, values, references, problems);
  if (kader === undefined || posyandu === undefined) return undefined;
  const place = `lembar ${row.sheet} baris ${String(row.row)}`;
  const problemAt: StatedReferral['problemAt'] = (field, refused) => row.problemAt(field, refused);
  return { on, posyandu, kader, bidang, subject, count, description, place, problemAt };
}

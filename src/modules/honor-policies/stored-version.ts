import type { EntityManager } from 'typeorm';
import type { NamedVersion } from '../../core/honor/name-policy-changes.js';
import { daysInForce } from '../../core/policy/days-in-force.js';
import type { Standing } from '../../core/policy/describe-standing.js';
import type { PlacedVersion } from '../../core/policy/plan-supersession.js';
import type { PolicyVersion } from '../../core/policy/select-policy.js';
import type { VersionName } from '../../core/policy/supersession.js';
import { plainDate } from '../../core/shared/plain-date.js';
import { queryRows } from '../../platform/database/query-rows.js';
import { dayOf } from '../../platform/today.js';
import { HonorPolicyRow } from './honor-policy.row.js';

/** A version as it was recorded, and what became of it. The dates of its policy are those it was recorded with. */
export interface StoredVersion extends PolicyVersion, Standing {}

/** A row as the rules of supersession look at it. */
export function placedVersion(row: HonorPolicyRow): PlacedVersion {
  const { id, code, version, scope, topsUp, bidang, supersedes, validTo } = row;
  const dates = {
    validFrom: plainDate(row.validFrom),
    validTo: validTo === null ? null : plainDate(validTo),
  };
  const isWithdrawn = row.withdrawnAt !== null;
  return { id, code, version, scope, topsUp, bidang, supersedes, isWithdrawn, ...dates };
}

/** A row as a correction of honor names it. */
export function namedVersion(row: HonorPolicyRow): NamedVersion {
  const { supersedes } = row.document as { readonly supersedes?: { readonly reason?: string } };
  return { ...placedVersion(row), legalBasis: row.legalBasisNumber, reason: supersedes?.reason ?? null };
}

/** What became of these versions, whatever the later ones among all there are say. */
export async function standingsOf(
  tx: EntityManager,
  rows: readonly HonorPolicyRow[],
): Promise<ReadonlyMap<number, Standing>> {
  const names = await namesOf(tx, rows);
  // Of all there are, but without their documents.
  const all = await tx.getRepository(HonorPolicyRow).find({ select: withoutDocument, order: { id: 'ASC' } });
  const days = daysInForce(all.map(placedVersion));
  const named = (ids: readonly number[]): VersionName[] =>
    all.filter(({ id }) => ids.includes(id)).map(({ code, version }) => ({ code, version }));
  return new Map(
    rows.map((row) => {
      const later = all.filter((one) => one.withdrawnAt === null && one.supersedes.includes(row.id));
      const standing = {
        inForce: days.get(row.id) ?? [],
        recorded: { by: names.get(row.recordedBy) ?? '', on: dayOf(row.recordedAt) },
        replaces: named(row.supersedes),
        replacedBy: named(later.map(({ id }) => id)),
        withdrawn: withdrawalOf(row, names),
      };
      return [row.id, standing];
    }),
  );
}

const withoutDocument = {
  ...{ id: true, code: true, version: true, scope: true, topsUp: true, bidang: true },
  ...{ supersedes: true, validFrom: true, validTo: true, withdrawnAt: true },
} as const;

function withdrawalOf(row: HonorPolicyRow, names: ReadonlyMap<number, string>): Standing['withdrawn'] {
  const { withdrawnAt, withdrawnBy, withdrawalReason } = row;
  if (withdrawnAt === null || withdrawnBy === null || withdrawalReason === null) return null;
  return { by: names.get(withdrawnBy) ?? '', on: dayOf(withdrawnAt), reason: withdrawalReason };
}

/** The names of everybody who recorded or withdrew one of these rows. */
async function namesOf(
  tx: EntityManager,
  rows: readonly HonorPolicyRow[],
): Promise<ReadonlyMap<number, string>> {
  const ids = [...new Set(rows.flatMap((row) => [row.recordedBy, row.withdrawnBy ?? row.recordedBy]))];
  const people = await queryRows<{ id: number; name: string }>(
    tx,
    'select id, full_name as name from app_user where id = any($1)',
    [ids],
  );
  return new Map(people.map(({ id, name }) => [id, name]));
}

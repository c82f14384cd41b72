import { Injectable } from '@nestjs/common';
import type { ApprovalBandSet } from '../../core/approval/approval-bands.js';
import type { PlainDate } from '../../core/shared/plain-date.js';
import type { Part } from '../../platform/database/part.js';
import { queryRow, queryRows, type Queryable } from '../../platform/database/query-rows.js';
import type { Tx } from '../../platform/database/transaction.js';

export interface BandSetRow {
  readonly id: number;
  readonly version: number;
  readonly scope: string;
  readonly appliesTo: 'nagari' | 'opd';
  readonly validFrom: PlainDate;
  readonly validTo: PlainDate | null;
  readonly document: unknown;
  readonly sha256: string;
  readonly recordedBy: string;
  readonly recordedAt: Date;
}

/** By what versions are ordered: the scope, whose requests, then the version. */
export type BandKey = readonly [scope: string, appliesTo: string, version: number];

const SETS = `
  select band_set.id, version, scope, applies_to as "appliesTo", valid_from as "validFrom", valid_to as "validTo", document,
         document_sha256 as sha256, full_name as "recordedBy", recorded_at as "recordedAt"
  from approval_band_set band_set join app_user on app_user.id = recorded_by`;

@Injectable()
export class ApprovalBandsRepository {
  /** Every version there is, of every scope. */
  all(database: Queryable, { after, limit }: Part<BandKey> = {}): Promise<BandSetRow[]> {
    return queryRows(
      database,
      `${SETS} where $1::text is null or (scope, applies_to, version) > ($1, $2, $3)
       order by scope, applies_to, version limit $4`,
      [...(after ?? [null, null, null]), limit ?? null],
    );
  }

  /** Those that hold for a payer on a day: of the regions it lies in and its own, widest first. */
  inForce(database: Queryable, payingBodyId: number, on: PlainDate): Promise<BandSetRow[]> {
    return queryRows(
      database,
      `${SETS} where band_set.id in (select approval_sets_in_force($1, $2)) order by length(scope), scope`,
      [payingBodyId, on],
    );
  }

  byIds(database: Queryable, ids: readonly number[]): Promise<BandSetRow[]> {
    return queryRows(database, `${SETS} where band_set.id = any($1) order by length(scope), scope`, [ids]);
  }

  async isKnownScope(database: Queryable, { scope, appliesTo }: ApprovalBandSet): Promise<boolean> {
    const { known } = await queryRow<{ known: boolean }>(
      database,
      `select exists (select 1 from region where code = $1)
         or ($2 = 'opd' and exists (select 1 from paying_body where kind = 'opd' and code = $1)) as known`,
      [scope, appliesTo],
    );
    return known;
  }

  async end(tx: Tx, id: number, on: PlainDate): Promise<void> {
    await tx.query('update approval_band_set set valid_to = $2 where id = $1', [id, on]);
  }

  /** Stores a version with all of its bands. */
  async insert(
    tx: Tx,
    set: ApprovalBandSet,
    stored: { readonly version: number; readonly document: string; readonly sha256: string },
    { by, at }: { readonly by: number; readonly at: Date },
  ): Promise<void> {
    const { id } = await queryRow<{ id: number }>(
      tx,
      `insert into approval_band_set (scope, applies_to, version, valid_from, valid_to, document, document_sha256, recorded_by, recorded_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9) returning id`,
      [
        set.scope,
        set.appliesTo,
        stored.version,
        set.validFrom,
        set.validTo,
        stored.document,
        stored.sha256,
        by,
        at,
      ],
    );
    const rows = set.bands.flatMap(({ from, signatures }) =>
      signatures.map(({ step, function: name, signers }) => ({ from: from.toString(), step, name, signers })),
    );
    await tx.query(
      `insert into approval_band (set_id, from_amount, step, function, signers)
       select $1, "from", step, name, signers
       from json_to_recordset($2) as band ("from" bigint, step text, name text, signers int)`,
      [id, JSON.stringify(rows)],
    );
  }
}

import { Injectable } from '@nestjs/common';
import type { SealedColumn } from '../../core/privacy/sealed-columns.js';
import { cursorRows } from '../../platform/database/cursor-rows.js';
import { queryRow, queryRows, type Queryable } from '../../platform/database/query-rows.js';
import type { Tx } from '../../platform/database/transaction.js';
import { headerOf } from '../../platform/secrets/field-vault.js';

/** A sealed value, and where its row lies now; a row that is changed lies elsewhere afterwards. */
export interface SealedValue {
  readonly place: string;
  readonly sealed: Buffer;
  readonly digest: Buffer | null;
}

/** A value that is to take the place of another. */
export interface Resealed {
  readonly place: string;
  readonly old: Buffer;
  readonly fresh: Buffer;
}

/** How many values of a column are under a key. */
export interface KeyCount {
  readonly keyId: string;
  readonly count: number;
}

/** Sealed values of any column, by the key they are sealed with. Names of tables and columns are ours, never typed. */
@Injectable()
export class SealedValuesRepository {
  countByKey(database: Queryable, { table, column }: SealedColumn): Promise<KeyCount[]> {
    return queryRows(
      database,
      `select encode(substring(${column} from 3 for case when octet_length(${column}) > 1 then get_byte(${column}, 1) else 0 end),
                'escape') as "keyId", count(*)::int as count
         from ${table} where ${column} is not null group by 1 order by 1`,
    );
  }

  /** Every value that is under another key than this one, as they are when reading begins. */
  underOtherKeys(
    tx: Tx,
    { table, column, digest }: SealedColumn,
    keyId: string,
  ): AsyncGenerator<SealedValue> {
    return cursorRows(
      tx,
      `select ctid::text as place, ${column} as sealed, ${digest?.column ?? 'null::bytea'} as digest
         from ${table} where substring(${column} from 1 for ${String(headerOf(keyId).length)}) <> ${literal(headerOf(keyId))}`,
    );
  }

  /**
   * Puts the fresh values where the old ones still are, and answers how many that were. It waits for nobody: rows that
   * somebody is changing are left for later, so that it can neither be part of a deadlock nor hold up a payment.
   */
  async replace(tx: Tx, { table, column }: SealedColumn, values: readonly Resealed[]): Promise<number> {
    // How many rows are meant the planner cannot know: it would read the whole table for each batch.
    await tx.query('set local enable_seqscan = off');
    const { count } = await queryRow<{ count: number }>(
      tx,
      `with fresh as (
         select * from unnest($1::tid[], $2::bytea[], $3::bytea[]) as fresh (place, old_value, new_value)),
       free as (
         select it.ctid as place, new_value from fresh
         join ${table} it on it.ctid = fresh.place and it.${column} = old_value for no key update of it skip locked),
       replaced as (
         update ${table} it set ${column} = new_value from free where it.ctid = free.place returning 1)
       select count(*)::int as count from replaced`,
      [values.map(({ place }) => place), values.map(({ old }) => old), values.map(({ fresh }) => fresh)],
    );
    return count;
  }
}

function literal(bytes: Buffer): string {
  return `'\\x${bytes.toString('hex')}'::bytea`;
}

import { Injectable } from '@nestjs/common';
import type { TrailPlace } from '../../core/audit/verify-trail.js';
import type { StoredAct, StoredChange, StoredRow } from '../../core/audit/trail-hash.js';
import { cursorRows } from '../../platform/database/cursor-rows.js';
import { queryRow, queryRows, type Queryable } from '../../platform/database/query-rows.js';

const ACT = `
  id, case when isfinite(at) then (extract(epoch from at) * 1000000)::bigint end as "atMicroseconds", actor_kind as kind,
  actor, login, address, agent, operation, reason, reason_hash as "reasonHash", change_count as "changeCount", changes_hash as "changesHash",
  position, previous_hash as "previousHash", hash`;

/** Reads the whole audit trail, however long it is. Call it inside one transaction: it uses cursors. */
@Injectable()
export class AuditStreamRepository {
  /** Every sealed act in order of the chain. */
  acts(tx: Queryable): AsyncIterable<StoredAct> {
    return cursorRows(tx, `select ${ACT} from audit.act where hash is not null order by position, id`);
  }

  /** The changes of these acts in order of id. */
  changes(tx: Queryable, actIds: readonly number[]): Promise<(StoredChange & { readonly actId: number })[]> {
    return queryRows(
      tx,
      `select id, act_id as "actId", table_name as table, action, row_count as "rowCount", is_counted as "isCounted",
              rows_hash as "rowsHash"
       from audit.change where act_id = any($1) order by id`,
      [actIds],
    );
  }

  /** The rows of these changes, of each in order of number. */
  rows(
    tx: Queryable,
    changeIds: readonly number[],
  ): AsyncIterable<StoredRow & { readonly changeId: number }> {
    return cursorRows(
      tx,
      `select change_id as "changeId", number, object, kader_id as "kaderId", uuid_send(salt) as salt, content,
              content_hash as "contentHash"
       from audit.changed_row where change_id = any($1) order by change_id, number`,
      [changeIds],
    );
  }

  async head(tx: Queryable): Promise<TrailPlace | undefined> {
    const [head] = await queryRows<TrailPlace>(tx, 'select position, hash from audit.chain_head');
    return head;
  }

  /** The last act of the chain; undefined: none. */
  async lastAct(tx: Queryable): Promise<TrailPlace | undefined> {
    const [last] = await queryRows<TrailPlace>(
      tx,
      'select position, hash from audit.act where hash is not null order by position desc limit 1',
    );
    return last;
  }

  /** Acts without a seal, changes without an act, rows without a change: nothing of ours leaves any. */
  strays(tx: Queryable): Promise<{ acts: number[]; changes: number[]; rows: number[] }> {
    return queryRow(
      tx,
      `select array(select id from audit.act where hash is null order by id) as acts,
              array(select id from audit.change where not exists (select from audit.act where act.id = act_id) order by id) as changes,
              array(select distinct change_id from audit.changed_row
                    where not exists (select from audit.change where change.id = change_id) order by change_id) as rows`,
    );
  }
}

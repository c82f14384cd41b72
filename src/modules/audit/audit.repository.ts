import { Injectable } from '@nestjs/common';
import { recordedRow, type RecordedAct, type RecordedChange } from '../../core/audit/recorded-act.js';
import { queryRows, type Queryable } from '../../platform/database/query-rows.js';

/** Which acts are wanted; what is not said does not matter. */
export interface ActFilter {
  /** User name, or the login of the database for what was done without a name. */
  readonly user?: string | undefined;
  /** A day or a moment, UTC. */
  readonly since?: string | undefined;
  readonly table?: string | undefined;
  /** `table:key`. */
  readonly object?: string | undefined;
  readonly operation?: string | undefined;
  /** Acts before this position. */
  readonly before?: bigint | undefined;
}

type ActWithId = Omit<RecordedAct, 'changes'> & { readonly id: number };

/** Rows of a change that are shown. */
const ROWS_SHOWN = 20;

const conditions: Readonly<Record<keyof ActFilter, string>> = {
  user: 'act.actor = $',
  since: 'act.at >= $::timestamptz',
  table: 'act.id in (select act_id from audit.change where table_name = $)',
  object: `act.id in (select act_id from audit.change
             where id in (select change_id from audit.changed_row where object = $))`,
  operation: 'act.operation = $',
  before: 'act.position < $',
};

@Injectable()
export class AuditRepository {
  /** The last acts that are wanted, the newest first. Call it inside a transaction. */
  async acts(tx: Queryable, filter: ActFilter, limit: number): Promise<RecordedAct[]> {
    // The policy has a branch for every table, of which a page needs few: compiling them all takes longer than reading.
    await tx.query('set local jit = off');
    const asked = (Object.keys(conditions) as (keyof ActFilter)[]).filter(
      (name) => filter[name] !== undefined,
    );
    const where = asked.map((name, index) => conditions[name].replace('$', `$${String(index + 2)}`));
    const acts = await queryRows<ActWithId>(
      tx,
      `select act.id, act.position, to_char(act.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at,
              act.actor_kind as kind, act.actor, app_user.full_name as "fullName", act.login, act.address, act.agent,
              act.operation, case when reason_hash is null then act.reason else '(dilupakan)' end as reason, encode(act.hash, 'hex') as hash
       from audit.act left join app_user on act.actor_kind = 'person' and app_user.username = act.actor
       where ${['act.hash is not null', ...where].join(' and ')}
       order by act.position desc limit $1`,
      [limit, ...asked.map((name) => filter[name])],
    );
    const changes = await this.changesOf(
      tx,
      acts.map(({ id }) => id),
    );
    return acts.map(({ id, ...act }) => ({ ...act, changes: changes.get(id) ?? [] }));
  }

  private async changesOf(
    database: Queryable,
    actIds: readonly number[],
  ): Promise<Map<number, RecordedChange[]>> {
    const rows = await queryRows<ChangeRow>(
      database,
      `select change.act_id as "actId", change.table_name as table, change.action, change.row_count as "rowCount",
              change.is_counted as "isCounted", shown.objects, shown.contents
       from audit.change
       cross join lateral (
         select array_agg(object order by number) as objects, array_agg(content order by number) as contents
         from (select number, object, content from audit.changed_row where change_id = change.id order by number limit $2) row
       ) shown
       where change.act_id = any($1) order by change.id`,
      [actIds, ROWS_SHOWN],
    );
    const changes = new Map<number, RecordedChange[]>();
    for (const { actId, objects, contents, ...change } of rows) {
      const shown = (objects ?? []).map((object, index) => recordedRow(object, contents?.[index] ?? null));
      changes.set(actId, [...(changes.get(actId) ?? []), { ...change, rows: shown }]);
    }
    return changes;
  }
}

type ChangeRow = Omit<RecordedChange, 'rows'> & {
  readonly actId: number;
  readonly objects: readonly string[] | null;
  readonly contents: readonly (string | null)[] | null;
};

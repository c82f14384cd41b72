import { Injectable } from '@nestjs/common';
import type { Ceiling, Declaration } from '../../core/control/request-under-control.js';
import type { RequestState } from '../../core/payment/request-state.js';
import { purposes } from '../../core/privacy/purposes.js';
import { queryRows, type Queryable } from '../../platform/database/query-rows.js';
import { FieldVault } from '../../platform/secrets/field-vault.js';
import type { ControlledRequest } from './control-facts.repository.js';

@Injectable()
export class ControlDataRepository {
  constructor(private readonly vault: FieldVault) {}

  async lastSettings(database: Queryable): Promise<unknown> {
    const rows = await queryRows<{ document: unknown }>(
      database,
      `select document from control_settings order by id desc limit 1`,
    );
    return rows[0]?.document ?? null;
  }

  async insertSettings(database: Queryable, document: unknown, by: number, at: Date): Promise<void> {
    await database.query(
      `insert into control_settings (document, recorded_by, recorded_at) values ($1, $2, $3)`,
      [JSON.stringify(document), by, at],
    );
  }

  /** Regions and payers that limits name and nobody knows. */
  async unknownScopes(database: Queryable, ceilings: readonly Ceiling[]): Promise<string[]> {
    const rows = await queryRows<{ scope: string }>(
      database,
      `select distinct scope from unnest($1::text[], $2::text[]) as named (kind, scope)
       where not case kind when 'rate' then exists (select 1 from region where code = scope)
                           else exists (select 1 from paying_body where code = scope) end order by 1`,
      [ceilings.map(({ kind }) => kind), ceilings.map(({ scope }) => scope)],
    );
    return rows.map(({ scope }) => scope);
  }

  overlapping(database: Queryable, ceiling: Ceiling): Promise<Ceiling[]> {
    const { kind, scope, component, unit, activity, from, to } = ceiling;
    return queryRows(
      database,
      `select kind, scope, nullif(component, '') as component, amount as "limit", unit,
         nullif(activity, '') as activity, valid_from as "from", valid_to as "to", basis
       from control_ceiling where (kind, scope, component, unit, activity) = ($1, $2, $3, $4, $5)
         and daterange(valid_from, valid_to, '[]') && daterange($6, $7, '[]') order by id`,
      [kind, scope, component ?? '', unit, activity ?? '', from, to],
    );
  }

  async insertCeiling(database: Queryable, ceiling: Ceiling, by: number, at: Date): Promise<void> {
    const { kind, scope, component, limit, unit, activity, from, to, basis } = ceiling;
    await database.query(
      `insert into control_ceiling (kind, scope, component, amount, unit, activity, valid_from, valid_to, basis, recorded_by,
         recorded_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [kind, scope, component ?? '', limit.toString(), unit, activity ?? '', from, to, basis, by, at],
    );
  }

  async kaderByNik(database: Queryable, nik: string): Promise<number | null> {
    const rows = await queryRows<{ id: number }>(database, `select id from kader where nik_digest = $1`, [
      this.vault.digest(purposes.nikDigest, nik),
    ]);
    return rows[0]?.id ?? null;
  }

  async insertDeclaration(
    database: Queryable,
    { kaderId, body, what, from, to }: Declaration,
    by: number,
    at: Date,
  ): Promise<void> {
    await database.query(
      `insert into control_declaration (kader_id, body, what, valid_from, valid_to, recorded_by, recorded_at)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [kaderId, body, what, from, to, by, at],
    );
  }

  async requestByNumber(
    database: Queryable,
    number: string,
  ): Promise<(ControlledRequest & { readonly state: RequestState; readonly submission: number }) | null> {
    const rows = await queryRows<ControlledRequest & { state: RequestState; submission: number }>(
      database,
      `select id, number, months, state, submission from payment_request where number = $1`,
      [number],
    );
    return rows[0] ?? null;
  }
}

import { Injectable } from '@nestjs/common';
import type { ActivityFacts } from '../../core/report/validation/facts.js';
import type { PlainDate } from '../../core/shared/plain-date.js';
import type { Rupiah } from '../../core/shared/rupiah.js';
import { queryRows, type Queryable } from '../../platform/database/query-rows.js';

const IN_REGION = (column: string): string => `(${column} = $1 or starts_with(${column}, $1 || '.'))`;

/** Questions of the validation report. */
@Injectable()
export class ValidationRepository {
  /** Everything recorded in a region from one day to another. */
  activities(
    database: Queryable,
    regionCode: string,
    days: { readonly from: PlainDate; readonly to: PlainDate },
  ): Promise<ActivityFacts[]> {
    return queryRows(
      database,
      `select posyandu_id as "posyanduId", held_on as "on", kind, verified_by is not null as "isVerified",
              (select count(*)::int from activity_attendance where activity_id = activity.id) as attendance
       from activity join posyandu on posyandu.id = posyandu_id
       where ${IN_REGION('nagari_code')} and held_on between $2::date and $3::date
       order by posyandu_id, held_on, kind`,
      [regionCode, days.from, days.to],
    );
  }

  /** What kader of a region who died earned and no live request or receipt has settled; by kader, more than nothing. */
  async owedToDead(database: Queryable, regionCode: string): Promise<ReadonlyMap<number, Rupiah>> {
    const rows = await queryRows<{ kaderId: number; owed: Rupiah }>(
      database,
      `select kader.id as "kaderId", sum(entitlement.amount)::bigint as owed
       from kader join honor_line on honor_line.kader_id = kader.id
       join entitlement on entitlement.honor_line_id = honor_line.id
       where deceased_on is not null and (${IN_REGION('kader.nagari_code')} or exists (
           select from appointment join posyandu on posyandu.id = posyandu_id
           where appointment.kader_id = kader.id and ${IN_REGION('posyandu.nagari_code')}))
         and not exists (select from request_entitlement held join payment_request request on request.id = held.request_id
           where held.entitlement_id = entitlement.id and returned_at is null and request.state in ('disbursing', 'settled'))
         and not exists (select from overpayment_receipt_part settled where settled.entitlement_id = entitlement.id)
       group by kader.id having sum(entitlement.amount) > 0 order by kader.id`,
      [regionCode],
    );
    return new Map(rows.map(({ kaderId, owed }) => [kaderId, owed]));
  }

  /** Nagari with a posyandu that no policy of the nagari holds in on a day. */
  async nagariWithoutPolicy(database: Queryable, regionCode: string, on: PlainDate): Promise<string[]> {
    const rows = await queryRows<{ code: string }>(
      database,
      `select distinct nagari_code as code from posyandu where ${IN_REGION('nagari_code')}
         and not exists (select from honor_policy where (nagari_code = scope or starts_with(nagari_code, scope || '.'))
           and in_force @> $2::date
           and coalesce(document ->> 'opd', '') = '') order by 1`,
      [regionCode, on],
    );
    return rows.map(({ code }) => code);
  }

  /** Nagari whose policy puts honor on the nagari's own money, without any budget line of the year. */
  async nagariWithoutBudget(database: Queryable, regionCode: string, on: PlainDate): Promise<string[]> {
    const rows = await queryRows<{ code: string }>(
      database,
      `select distinct nagari_code as code from posyandu where ${IN_REGION('nagari_code')}
         and exists (select from honor_policy where (nagari_code = scope or starts_with(nagari_code, scope || '.'))
           and in_force @> $2::date and document::text like '%"nagari/%')
         and not exists (select from funding_source join paying_body body on body.id = paying_body_id
           where body.code = nagari_code and fiscal_year = extract(year from $2::date)) order by 1`,
      [regionCode, on],
    );
    return rows.map(({ code }) => code);
  }

  /** The region of every paying body, by its code. */
  async payerRegions(database: Queryable): Promise<ReadonlyMap<string, string>> {
    const rows = await queryRows<{ code: string; region: string }>(
      database,
      `select code, region_code as region from paying_body`,
    );
    return new Map(rows.map(({ code, region }) => [code, region]));
  }
}

import { Injectable } from '@nestjs/common';
import type { ArrearsFacts, NotCalculated } from '../../core/report/arrears/arrears.js';
import type { TierFacts } from '../../core/report/roster/kader-card.js';
import type { PlaceFacts, RosterStatus } from '../../core/report/roster/roster-facts.js';
import { groupBy } from '../../core/shared/group-by.js';
import type { PlainDate } from '../../core/shared/plain-date.js';
import type { ServiceMonth } from '../../core/shared/service-month.js';
import { queryRows, type Queryable } from '../../platform/database/query-rows.js';

/** Which part of a roster is asked for. */
export interface KaderWanted {
  readonly regionCode: string;
  /** Registration number. */
  readonly posyandu?: string | undefined;
  /** As `plainWords` has them. */
  readonly words?: readonly string[] | undefined;
  readonly status?: RosterStatus | undefined;
  /** The day of that status. */
  readonly on: PlainDate;
  /** The number of the last kader of the part before. */
  readonly after?: number | undefined;
  /** How many at most; undefined = all. */
  readonly limit?: number | undefined;
}

/** Questions of the reports over a region or the whole ledger. */
@Injectable()
export class ReportsRepository {
  /** What the ledger owes kader on a day, by budget line; days as the entries count. */
  payables(database: Queryable, asOf: PlainDate): Promise<ArrearsFacts['ledger'][number][]> {
    return queryRows(
      database,
      `select source.id as "sourceId", -sum(line.amount)::bigint as payable
       from ledger.batch join ledger.entry on entry.batch_id = batch.id
       cross join lateral unnest(entry.accounts, entry.amounts) as line(account_id, amount)
       join funding_source source on source.payable_account_id = line.account_id
       where effective_on <= $1::date and batch.hash is not null group by source.id order by source.id`,
      [asOf],
    );
  }

  /**
   * Kader active in months of the fiscal year that were over on a day and that no calculation of their nagari
   * covers, where a policy held in the month: what they earned has no amount yet.
   */
  notCalculated(
    database: Queryable,
    months: readonly ServiceMonth[],
    asOf: PlainDate,
  ): Promise<NotCalculated[]> {
    return queryRows(
      database,
      `select kader.nagari_code as "nagariCode", region.name as "nagariName", month, count(distinct kader.id)::int as kader
       from unnest($1::text[]) as month
       cross join lateral (select (month || '-01')::date as first, ((month || '-01')::date + interval '1 month - 1 day')::date as last) days
       join appointment on active && daterange(days.first, days.last, '[]')
       join kader on kader.id = kader_id join region on region.code = kader.nagari_code
       where not exists (select from calculation where month = any(months)
           and (calculated_at at time zone 'Asia/Jakarta')::date <= $2::date
           and (kader.nagari_code = region_code or starts_with(kader.nagari_code, region_code || '.')))
         and exists (select from honor_policy where (kader.nagari_code = scope or starts_with(kader.nagari_code, scope || '.'))
           and in_force && daterange(days.first, days.last, '[]'))
       group by 1, 2, 3 order by 1, 3`,
      [months, asOf],
    );
  }

  async nagariNames(database: Queryable): Promise<ReadonlyMap<string, string>> {
    const rows = await queryRows<{ code: string; name: string }>(
      database,
      `select code, name from region where length(code) = 13`,
    );
    return new Map(rows.map(({ code, name }) => [code, name]));
  }

  /**
   * Everybody on the roster of a region, and whoever serves at a posyandu there, by number. Of a posyandu,
   * the words of a name and a status this finds all that may be meant: which of them are, the core says.
   */
  async kaderIn(
    database: Queryable,
    { regionCode, posyandu, words = [], status, on, after, limit }: KaderWanted,
  ): Promise<{ id: number; birthDate: PlainDate }[]> {
    return queryRows(
      database,
      `select id, birth_date as "birthDate" from kader
       where (nagari_code = $1 or starts_with(nagari_code, $1 || '.')
         or exists (select from appointment join posyandu on posyandu.id = posyandu_id where kader_id = kader.id
           and (posyandu.nagari_code = $1 or starts_with(posyandu.nagari_code, $1 || '.'))))
         and ($2::text is null or exists (select from appointment join posyandu on posyandu.id = posyandu_id
           where kader_id = kader.id and registration_number = $2))
         and not exists (select from unnest($3::text[]) as word where lower(name) !~ ('(^|[^a-z0-9])' || word))
         and ($4::text is null or case $4
           when 'meninggal' then deceased_on is not null
           when 'tanpa-sk' then not exists (select from appointment where kader_id = kader.id)
           when 'aktif' then exists (select from appointment where kader_id = kader.id and active @> $5::date)
           when 'berakhir' then exists (select from appointment where kader_id = kader.id and upper(active) <= $5::date)
             and not exists (select from appointment where kader_id = kader.id and active @> $5::date)
           else exists (select from appointment where kader_id = kader.id)
             and not exists (select from appointment where kader_id = kader.id and lower(active) <= $5::date) end)
         and id > $6
       order by id limit $7`,
      [regionCode, posyandu ?? null, words, status ?? null, on, after ?? 0, limit ?? null],
    );
  }

  /** One kader, as `kaderIn` tells many. */
  async kaderById(
    database: Queryable,
    id: number,
  ): Promise<{ id: number; birthDate: PlainDate } | undefined> {
    const [kader] = await queryRows<{ id: number; birthDate: PlainDate }>(
      database,
      'select id, birth_date as "birthDate" from kader where id = $1',
      [id],
    );
    return kader;
  }

  /** The tiers somebody was certified for, not withdrawn, in the order of their first days. */
  tiersOf(database: Queryable, kaderId: number): Promise<TierFacts[]> {
    return queryRows(
      database,
      `select tier, certificate, valid_from as "from", valid_to as "to" from kader_tier
       where kader_id = $1 and withdrawn_by is null order by valid_from`,
      [kaderId],
    );
  }

  async placesOf(
    database: Queryable,
    kaderIds: readonly number[],
  ): Promise<ReadonlyMap<number, readonly PlaceFacts[]>> {
    const rows = await queryRows<PlaceFacts & { kaderId: number }>(
      database,
      `select kader_id as "kaderId", posyandu_id as "posyanduId", posyandu.name as posyandu,
              registration_number as "registrationNumber", nagari_code as "nagariCode", role, bidang, tier,
              sk_number as "skNumber", valid_from as "from", sk_valid_to as "skTo", ended_on as "endedOn",
              end_reason as "endReason"
       from appointment join posyandu on posyandu.id = posyandu_id
       where kader_id = any($1) and not isempty(active) order by kader_id, valid_from, appointment.id`,
      [kaderIds],
    );
    return groupBy(rows, ({ kaderId }) => kaderId);
  }
}

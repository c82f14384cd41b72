import { Injectable } from '@nestjs/common';
import type {
  AppointmentFacts,
  EventCount,
  KaderFacts,
  LeftOut,
  LeftOutActivity,
  TierFacts,
} from '../../core/honor/kader-month.js';
import { groupBy } from '../../core/shared/group-by.js';
import type { PlainDate } from '../../core/shared/plain-date.js';
import type { ServiceMonth } from '../../core/shared/service-month.js';
import { queryRows, type Queryable } from '../../platform/database/query-rows.js';

/** A kader as a calculation sees her, and how people know her. */
export interface NamedKaderFacts extends KaderFacts {
  readonly name: string;
  /** Opened only for whom something is said: a calculation looks at everybody. */
  readonly sealedNik: Buffer;
}

interface KaderRow {
  readonly id: number;
  readonly name: string;
  readonly sealedNik: Buffer;
  readonly nagariCode: string;
  readonly deceasedOn: PlainDate | null;
  readonly isPseudonymised: boolean;
  readonly knownFromYear: number | null;
}

interface AttendedRow {
  readonly kaderId: number;
  readonly month: ServiceMonth;
  readonly kind: string;
  readonly count: number;
  readonly why: LeftOut | null;
  /** Null of what is counted, like its posyandu. */
  readonly on: PlainDate | null;
  readonly posyandu: string | null;
}

@Injectable()
export class KaderFactsRepository {
  /**
   * Everyone on the roster of a region, who served there in these months, and who is entitled to something there for
   * them, with all appointments and tiers, and what was verified in these months.
   */
  async ofRegion(
    database: Queryable,
    regionCode: string,
    months: readonly ServiceMonth[],
  ): Promise<NamedKaderFacts[]> {
    const rows = await queryRows<{ id: number }>(
      database,
      `select id from kader where nagari_code = $1 or starts_with(nagari_code, $1 || '.')
       union select kader_id from appointment join posyandu on posyandu.id = posyandu_id
         join unnest($2::text[]) as asked (month)
           on active && days_of_month(month)
         where posyandu.nagari_code = $1 or starts_with(posyandu.nagari_code, $1 || '.')
       union select kader_id from honor_line
         where (nagari_code = $1 or starts_with(nagari_code, $1 || '.')) and service_month = any($2)`,
      [regionCode, months],
    );
    return this.ofKader(
      database,
      rows.map((row) => row.id),
      months,
    );
  }

  /** These kader, in order of id. */
  async ofKader(
    database: Queryable,
    ids: readonly number[],
    months: readonly ServiceMonth[],
  ): Promise<NamedKaderFacts[]> {
    const kader = await queryRows<KaderRow>(
      database,
      `select id, name, nik_sealed as "sealedNik", nagari_code as "nagariCode", deceased_on as "deceasedOn",
              exists (select from pseudonymisation where kader_id = kader.id) as "isPseudonymised",
              (select extract(year from recorded.day)::int - min(years)
               from retention_rule where valid_from <= recorded.day) as "knownFromYear"
       from kader cross join lateral (select (imported_at at time zone 'Asia/Jakarta')::date as day
         from roster_import where roster_import.id = import_id) recorded
       where id = any($1) order by id`,
      [ids],
    );
    const appointments = await this.appointmentsOf(database, ids);
    const tiers = await this.tiersOf(database, ids);
    const attended = await this.attendedOf(database, ids, months);
    const events = await this.posyanduEventsOf(database, ids, months);
    return kader.map((row) => ({
      ...row,
      appointments: appointments.get(row.id) ?? [],
      tiers: tiers.get(row.id) ?? [],
      verifiedActivities: attended.counted.get(row.id) ?? new Map<ServiceMonth, Map<string, number>>(),
      leftOutActivities: groupBy(attended.leftOut.get(row.id) ?? [], ({ month }) => month),
      posyanduEvents: events.get(row.id) ?? new Map<ServiceMonth, Map<string, EventCount>>(),
    }));
  }

  private async appointmentsOf(database: Queryable, kaderIds: readonly number[]) {
    const rows = await queryRows<AppointmentFacts & { kaderId: number }>(
      database,
      `select appointment.id, kader_id as "kaderId", posyandu.nagari_code as "nagariCode", role, bidang,
              sk_number as "skNumber",
              valid_from as "from", least(sk_valid_to, ended_on) as "to"
       from appointment join posyandu on posyandu.id = posyandu_id
       where kader_id = any($1) and not isempty(active) order by kader_id, valid_from`,
      [kaderIds],
    );
    return groupBy(rows, (row) => row.kaderId);
  }

  /** Those in her service are counted; each of the others is named, to be told why it is not paid. */
  private async attendedOf(
    database: Queryable,
    kaderIds: readonly number[],
    months: readonly ServiceMonth[],
  ) {
    const rows = await queryRows<AttendedRow>(
      database,
      `select kader_id as "kaderId", to_char(held_on, 'YYYY-MM') as month, kind, left_out as why,
              case when left_out is not null then held_on end as "on",
              case when left_out is not null then posyandu.name end as posyandu, count(*)::int as count
       from attended_activity join posyandu on posyandu.id = posyandu_id
       where kader_id = any($1) and to_char(held_on, 'YYYY-MM') = any($2) and is_verified
       group by 1, 2, 3, 4, 5, 6 order by "on", kind, posyandu`,
      [kaderIds, months],
    );
    return {
      counted: byKaderAndMonth(
        rows.filter(({ why }) => why === null),
        ({ count }) => count,
      ),
      leftOut: groupBy(rows.filter(isLeftOut), ({ kaderId }) => kaderId),
    };
  }

  private async tiersOf(database: Queryable, kaderIds: readonly number[]) {
    const rows = await queryRows<TierFacts & { kaderId: number }>(
      database,
      `select kader_id as "kaderId", tier, certificate, valid_from as "from", valid_to as "to"
       from kader_tier where kader_id = any($1) and withdrawn_by is null order by kader_id, valid_from`,
      [kaderIds],
    );
    return groupBy(rows, (row) => row.kaderId);
  }

  /**
   * What was held where she was appointed on that day, and alive. The ids are a table: as a list they are searched anew
   * for each event and kader, and a kabupaten takes minutes.
   */
  private async posyanduEventsOf(
    database: Queryable,
    kaderIds: readonly number[],
    months: readonly ServiceMonth[],
  ) {
    const rows = await queryRows<EventCount & { kaderId: number; month: ServiceMonth; kind: string }>(
      database,
      `select kader.id as "kaderId", to_char(held_on, 'YYYY-MM') as month, kind, count(*)::int as held,
              count(attendance.kader_id)::int as attended
       from unnest($1::int[]) as asked (id) join kader using (id) join appointment on appointment.kader_id = kader.id
       join activity on activity.posyandu_id = appointment.posyandu_id and held_on <@ active
         and held_on <= coalesce(deceased_on, held_on)
       left join activity_attendance attendance on activity_id = activity.id and attendance.kader_id = kader.id
       where to_char(held_on, 'YYYY-MM') = any($2) and verified_by is not null
       group by 1, 2, 3`,
      [kaderIds, months],
    );
    return byKaderAndMonth(rows, ({ held, attended }) => ({ held, attended }));
  }
}

function isLeftOut(row: AttendedRow): row is AttendedRow & LeftOutActivity {
  return row.why !== null;
}

function byKaderAndMonth<Row extends { kaderId: number; month: ServiceMonth; kind: string }, Value>(
  rows: readonly Row[],
  valueOf: (row: Row) => Value,
): Map<number, Map<ServiceMonth, Map<string, Value>>> {
  const byKader = new Map<number, Map<ServiceMonth, Map<string, Value>>>();
  for (const row of rows) {
    const ofKader = byKader.get(row.kaderId) ?? new Map<ServiceMonth, Map<string, Value>>();
    const ofMonth = ofKader.get(row.month) ?? new Map<string, Value>();
    byKader.set(row.kaderId, ofKader.set(row.month, ofMonth.set(row.kind, valueOf(row))));
  }
  return byKader;
}

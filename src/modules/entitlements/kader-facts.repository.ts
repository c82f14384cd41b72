import { Injectable } from '@nestjs/common';
import type { AppointmentFacts, KaderFacts } from '../../core/honor/kader-month.js';
import { groupBy } from '../../core/shared/group-by.js';
import type { PlainDate } from '../../core/shared/plain-date.js';
import type { ServiceMonth } from '../../core/shared/service-month.js';
import { queryRows, type Queryable } from '../../platform/database/query-rows.js';

/** A kader as a calculation sees her, and how people know her. */
export interface NamedKaderFacts extends KaderFacts {
  readonly name: string;
  readonly nik: string;
}

interface KaderRow {
  readonly id: number;
  readonly name: string;
  readonly nik: string;
  readonly nagariCode: string;
  readonly deceasedOn: PlainDate | null;
}

@Injectable()
export class KaderFactsRepository {
  /** Everyone on the roster of a region, with all appointments and the verified activities of these months. */
  async ofRegion(
    database: Queryable,
    regionCode: string,
    months: readonly ServiceMonth[],
  ): Promise<NamedKaderFacts[]> {
    const rows = await queryRows<{ id: number }>(
      database,
      `select id from kader where nagari_code = $1 or starts_with(nagari_code, $1 || '.')`,
      [regionCode],
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
      `select id, name, nik, nagari_code as "nagariCode", deceased_on as "deceasedOn" from kader
       where id = any($1) order by id`,
      [ids],
    );
    const appointments = await this.appointmentsOf(database, ids);
    const activities = await this.verifiedActivitiesOf(database, ids, months);
    return kader.map((row) => ({
      ...row,
      appointments: appointments.get(row.id) ?? [],
      verifiedActivities: activities.get(row.id) ?? new Map<ServiceMonth, Map<string, number>>(),
    }));
  }

  private async appointmentsOf(database: Queryable, kaderIds: readonly number[]) {
    const rows = await queryRows<AppointmentFacts & { kaderId: number }>(
      database,
      `select appointment.id, kader_id as "kaderId", posyandu.nagari_code as "nagariCode", role, sk_number as "skNumber",
              valid_from as "from", least(sk_valid_to, ended_on) as "to"
       from appointment join posyandu on posyandu.id = posyandu_id
       where kader_id = any($1) and not isempty(active) order by kader_id, valid_from`,
      [kaderIds],
    );
    return groupBy(rows, (row) => row.kaderId);
  }

  private async verifiedActivitiesOf(
    database: Queryable,
    kaderIds: readonly number[],
    months: readonly ServiceMonth[],
  ) {
    const rows = await queryRows<{ kaderId: number; month: ServiceMonth; kind: string; count: number }>(
      database,
      `select kader_id as "kaderId", to_char(held_on, 'YYYY-MM') as month, kind, count(*)::int as count
       from activity_attendance join activity on activity.id = activity_id
       where kader_id = any($1) and to_char(held_on, 'YYYY-MM') = any($2) and verified_by is not null
       group by 1, 2, 3`,
      [kaderIds, months],
    );
    const byKader = new Map<number, Map<ServiceMonth, Map<string, number>>>();
    for (const row of rows) {
      const ofKader = byKader.get(row.kaderId) ?? new Map<ServiceMonth, Map<string, number>>();
      const ofMonth = ofKader.get(row.month) ?? new Map<string, number>();
      byKader.set(row.kaderId, ofKader.set(row.month, ofMonth.set(row.kind, row.count)));
    }
    return byKader;
  }
}

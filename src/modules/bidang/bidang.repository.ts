import { Injectable } from '@nestjs/common';
import type { BidangOpd } from '../../core/bidang/bidang-opd.js';
import type { BidangStart } from '../../core/bidang/bidang-start.js';
import type { RecordedOpd } from '../../core/bidang/plan-opd-import.js';
import type { PlainDate } from '../../core/shared/plain-date.js';
import type { Part } from '../../platform/database/part.js';
import { queryRows, type Queryable } from '../../platform/database/query-rows.js';

/** Who records something, and when. */
export interface Stamp {
  readonly by: number;
  readonly at: Date;
}

/** By what starts are ordered. */
export type StartKey = readonly [regionCode: string, bidang: string];

/** By what OPD are ordered. */
export type OpdKey = readonly [regionCode: string, bidang: string, from: PlainDate, id: number];

@Injectable()
export class BidangRepository {
  /** The last word on each bidang and region. */
  starts(database: Queryable, { after, limit }: Part<StartKey> = {}): Promise<BidangStart[]> {
    return queryRows(
      database,
      `select distinct on (region_code, bidang) bidang, region_code as "regionCode", name as "regionName",
              start_month as start, basis
       from bidang_start join region on region.code = region_code
       where $1::text is null or (region_code, bidang) > ($1, $2) order by region_code, bidang, id desc limit $3`,
      [...(after ?? [null, null]), limit ?? null],
    );
  }

  async insertStart(
    database: Queryable,
    { bidang, regionCode, start, basis }: BidangStart,
    { by, at }: Stamp,
  ): Promise<void> {
    await database.query(
      `insert into bidang_start (bidang, region_code, start_month, basis, recorded_by, recorded_at)
       values ($1, $2, $3, $4, $5, $6)`,
      [bidang, regionCode, start, basis, by, at],
    );
  }

  opds(database: Queryable, { after, limit }: Part<OpdKey> = {}): Promise<RecordedOpd[]> {
    return queryRows(
      database,
      `select id, bidang, region_code as "regionCode", opd_code as "opdCode", opd_name as "opdName",
              limit_days as "limitDays", valid_from as "from", valid_to as "to", basis, note
       from bidang_opd where $1::text is null or (region_code, bidang, valid_from, id) > ($1, $2, $3::date, $4)
       order by region_code, bidang, valid_from, id limit $5`,
      [...(after ?? [null, null, null, null]), limit ?? null],
    );
  }

  async endOpd(database: Queryable, id: number, to: PlainDate): Promise<void> {
    await database.query('update bidang_opd set valid_to = $2 where id = $1', [id, to]);
  }

  async insertOpd(database: Queryable, opd: BidangOpd, { by, at }: Stamp): Promise<void> {
    const { bidang, regionCode, opdCode, opdName, limitDays, from, to, basis, note } = opd;
    await database.query(
      `insert into bidang_opd (bidang, region_code, opd_code, opd_name, limit_days, valid_from, valid_to, basis, note,
         recorded_by, recorded_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [bidang, regionCode, opdCode, opdName, limitDays, from, to, basis, note, by, at],
    );
  }
}

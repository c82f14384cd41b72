import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import {
  recap,
  type Recap,
  type RecapGrouping,
  type RecappedActivity,
} from '../../core/report/activity/recap.js';
import { recapTable } from '../../core/report/activity/recap-table.js';
import { reportSheet } from '../../core/report/report-sheet.js';
import { tableLines } from '../../core/report/report-table.js';
import type { ServiceMonth } from '../../core/shared/service-month.js';
import { queryRows } from '../../platform/database/query-rows.js';
import { RegionsService } from '../regions/regions.service.js';
import type { DrawnReport } from './report-outcome.js';

export interface RecapWish {
  readonly regionCode: string;
  readonly months: readonly ServiceMonth[];
  readonly by: RecapGrouping;
}

export interface RecapReport extends Recap {
  readonly region: string;
  readonly months: readonly ServiceMonth[];
  readonly by: RecapGrouping;
}

/** How many activities, kader and persons served there were. */
@Injectable()
export class ActivityRecapService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly regions: RegionsService,
  ) {}

  /** @throws DomainError for a region that is not there */
  async recap({ regionCode, months, by }: RecapWish): Promise<DrawnReport & { readonly data: RecapReport }> {
    const region = await this.regions.require(regionCode);
    const found = recap(await this.activities(regionCode, months), by);
    const table = recapTable(found, by, `${region.name} (${region.code})`, months);
    return {
      data: { region: region.code, months, by, ...found },
      lines: tableLines(table),
      sheet: () => reportSheet(table),
    };
  }

  private activities(regionCode: string, months: readonly ServiceMonth[]): Promise<RecappedActivity[]> {
    return queryRows(
      this.dataSource,
      `select kind as type, activity_type.name as "typeName", activity.bidang, posyandu.name as posyandu,
              registration_number as "registrationNumber", nagari_code as "nagariCode", region.name as nagari,
              verified_by is not null as "isVerified", target_counts as counts,
              array(select kader_id from activity_attendance where activity_id = activity.id) as "kaderIds"
       from activity join activity_type on activity_type.code = kind join posyandu on posyandu.id = posyandu_id
       join region on region.code = nagari_code
       where (nagari_code = $1 or starts_with(nagari_code, $1 || '.')) and to_char(held_on, 'YYYY-MM') = any($2)
       order by activity.id`,
      [regionCode, months],
    );
  }
}

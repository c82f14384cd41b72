import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { readHolidays, type HolidayYear } from '../../core/referral/read-holidays.js';
import type { Holidays } from '../../core/referral/working-days.js';
import { Clock } from '../../platform/clock.js';
import { queryRows, type Queryable } from '../../platform/database/query-rows.js';
import { readYamlFile } from '../../platform/files/read-yaml-file.js';
import { AccessService } from '../access/access.service.js';

/** The holidays that working days are counted by: of each year the calendar imported last. */
@Injectable()
export class HolidaysService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly access: AccessService,
  ) {}

  async years(database: Queryable = this.dataSource): Promise<HolidayYear[]> {
    const rows = await queryRows<{ document: unknown }>(
      database,
      'select distinct on (year) document from holiday_calendar order by year, id desc',
    );
    return rows.map(({ document }) => readHolidays(document));
  }

  async holidays(database: Queryable = this.dataSource): Promise<Holidays> {
    const years = await this.years(database);
    return {
      days: new Set(years.flatMap(({ days }) => days.map(({ date }) => date))),
      years: new Set(years.map(({ year }) => year)),
    };
  }

  /** @throws Refusals with every problem of the file */
  async importFile(path: string, by: number): Promise<HolidayYear> {
    this.access.requireInstallation('holiday.import');
    const document = await readYamlFile(path);
    const calendar = readHolidays(document);
    await this.dataSource.query(
      'insert into holiday_calendar (year, document, recorded_by, recorded_at) values ($1, $2, $3, $4)',
      [calendar.year, JSON.stringify(document), by, this.clock.now()],
    );
    return calendar;
  }
}

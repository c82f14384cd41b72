import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { arrearsBy, type ArrearsGroup, type ArrearsGrouping } from '../../core/report/arrears/arrears-by.js';
import { arrearsTable } from '../../core/report/arrears/arrears-table.js';
import { arrears, type Arrears } from '../../core/report/arrears/arrears.js';
import { forecastTable } from '../../core/report/forecast/forecast-table.js';
import { forecast, type SourceForecast } from '../../core/report/forecast/forecast.js';
import { reportSheet } from '../../core/report/report-sheet.js';
import { tableLines, type ReportTable } from '../../core/report/report-table.js';
import { DomainError } from '../../core/shared/domain-error.js';
import type { PlainDate } from '../../core/shared/plain-date.js';
import { lastDayOf, nextMonth, serviceMonth, type ServiceMonth } from '../../core/shared/service-month.js';
import { Clock } from '../../platform/clock.js';
import type { Tx } from '../../platform/database/transaction.js';
import { today } from '../../platform/today.js';
import { BankNamesReader } from './bank-names.js';
import { OwedRepository } from './owed.repository.js';
import type { DrawnReport } from './report-outcome.js';
import { ReportsRepository } from './reports.repository.js';

export interface ArrearsWish {
  readonly by: ArrearsGrouping;
  /** Today when left out. */
  readonly asOf?: PlainDate | undefined;
}

export interface ArrearsReport extends Arrears {
  readonly by: ArrearsGrouping;
  readonly groups: readonly ArrearsGroup[];
}

export interface ForecastReport {
  readonly year: number;
  readonly on: PlainDate;
  readonly sources: readonly SourceForecast[];
}

/** What is owed, and how far the budgets reach. */
@Injectable()
export class BudgetReportsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly repository: ReportsRepository,
    private readonly owed: OwedRepository,
    private readonly bankNames: BankNamesReader,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError for a day that is still to come */
  arrears({ by, asOf }: ArrearsWish): Promise<DrawnReport & { readonly data: ArrearsReport }> {
    return this.dataSource.transaction('REPEATABLE READ', async (tx) => {
      const now = today(this.clock);
      const day = asOf ?? now;
      if (day > now) throw new DomainError('invalid', 'report.day-to-come', { value: day, today: now });
      const found = arrears({
        asOf: day,
        today: now,
        ...(await this.budgetFacts(tx)),
        payees: await this.owed.payees(tx, null, await this.bankNames.byCode()),
        nagariNames: await this.repository.nagariNames(tx),
        notCalculated: await this.repository.notCalculated(tx, monthsOver(day), day),
        ledger: await this.repository.payables(tx, day),
      });
      const groups = arrearsBy(found.rows, by);
      return drawn({ ...found, by, groups }, arrearsTable(found, groups, by));
    });
  }

  /** @throws DomainError for a year without any budget line */
  forecast(year: number): Promise<DrawnReport & { readonly data: ForecastReport }> {
    return this.dataSource.transaction('REPEATABLE READ', async (tx) => {
      const on = today(this.clock);
      const sources = await this.forecastWithin(tx, year, on);
      if (sources.length === 0) throw new DomainError('missing', 'report.no-budget', { year });
      return drawn({ year, on, sources }, forecastTable(sources, year, on));
    });
  }

  async forecastWithin(tx: Tx, year: number, on: PlainDate): Promise<SourceForecast[]> {
    return forecast({ year, today: on, ...(await this.budgetFacts(tx)) });
  }

  private async budgetFacts(tx: Tx) {
    return {
      shares: await this.owed.shares(tx, null),
      holdings: await this.owed.holdings(tx, null, await this.bankNames.byCode()),
      sources: await this.owed.sources(tx, null),
    };
  }
}

function drawn<Data extends object>(data: Data, table: ReportTable): DrawnReport & { readonly data: Data } {
  return { data, lines: tableLines(table), sheet: () => reportSheet(table) };
}

/** Months of the fiscal year of a day that are over on it. */
function monthsOver(day: PlainDate): ServiceMonth[] {
  const months: ServiceMonth[] = [];
  let month = serviceMonth(`${day.slice(0, 4)}-01`);
  while (lastDayOf(month) < day) {
    months.push(month);
    month = nextMonth(month);
  }
  return months;
}

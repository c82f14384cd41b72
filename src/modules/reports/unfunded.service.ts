import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { reportSheet } from '../../core/report/report-sheet.js';
import { tableLines, type ReportTable } from '../../core/report/report-table.js';
import { unfundedTable } from '../../core/report/unfunded/unfunded-table.js';
import { unfunded, type Unfunded } from '../../core/report/unfunded/unfunded.js';
import { yearEndTable } from '../../core/report/year-end/year-end-table.js';
import { yearEnd, type YearEnd } from '../../core/report/year-end/year-end.js';
import type { SourceFacts } from '../../core/report/owed/facts.js';
import { DomainError } from '../../core/shared/domain-error.js';
import { Clock } from '../../platform/clock.js';
import type { Tx } from '../../platform/database/transaction.js';
import { today } from '../../platform/today.js';
import { YearEndSettingsService } from '../funding-sources/year-end-settings.service.js';
import { BankNamesReader } from './bank-names.js';
import { OwedRepository } from './owed.repository.js';
import type { DrawnReport } from './report-outcome.js';
import { ReportsRepository } from './reports.repository.js';

/** Which budget lines are asked about; all when nothing is said. */
export interface UnfundedWish {
  readonly payer?: string | undefined;
  readonly year?: number | undefined;
}

/** What no ceiling reaches, and what the end of the year would make of it. */
@Injectable()
export class UnfundedService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly repository: ReportsRepository,
    private readonly owed: OwedRepository,
    private readonly bankNames: BankNamesReader,
    private readonly settings: YearEndSettingsService,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `report.no-lines` when there is no such budget line */
  unfunded(wish: UnfundedWish): Promise<DrawnReport & { readonly data: Unfunded }> {
    return this.dataSource.transaction('REPEATABLE READ', async (tx) => {
      const { found } = await this.found(tx, wish);
      return drawn(found, unfundedTable(found));
    });
  }

  /** @throws DomainError `report.no-lines` when there is no such budget line */
  async yearEnd(wish: UnfundedWish & { year: number }): Promise<DrawnReport & { readonly data: YearEnd }> {
    const settings = await this.settings.read();
    return this.dataSource.transaction('REPEATABLE READ', async (tx) => {
      const { found, sources } = await this.found(tx, wish);
      const report = yearEnd(wish.year, today(this.clock), settings, { sources, lines: found.lines });
      return drawn(report, yearEndTable(report));
    });
  }

  private async found(
    tx: Tx,
    { payer, year }: UnfundedWish,
  ): Promise<{ readonly found: Unfunded; readonly sources: readonly SourceFacts[] }> {
    const sources = (await this.owed.sources(tx, null)).filter(
      (source) =>
        (payer ?? source.payer) === source.payer && (year ?? source.fiscalYear) === source.fiscalYear,
    );
    if (sources.length === 0) {
      throw new DomainError('missing', 'report.no-lines', { payer: payer ?? 'semua', year: year ?? 'semua' });
    }
    const ids = sources.map(({ id }) => id);
    const on = today(this.clock);
    const found = unfunded({
      today: on,
      sources,
      shares: await this.owed.shares(tx, ids),
      holdings: await this.owed.holdings(tx, ids, await this.bankNames.byCode()),
      ledger: (await this.repository.payables(tx, on)).filter(({ sourceId }) => ids.includes(sourceId)),
    });
    return { found, sources };
  }
}

function drawn<Data extends object>(data: Data, table: ReportTable): DrawnReport & { readonly data: Data } {
  return { data, lines: tableLines(table), sheet: () => reportSheet(table) };
}

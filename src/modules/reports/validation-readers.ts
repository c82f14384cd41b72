import { Injectable } from '@nestjs/common';
import type { PlacedForecast, ValidationFacts } from '../../core/report/validation/facts.js';
import type { PlainDate } from '../../core/shared/plain-date.js';
import type { Tx } from '../../platform/database/transaction.js';
import { BidangOpdsService } from '../bidang/bidang-opds.service.js';
import { BidangStartsService } from '../bidang/bidang-starts.service.js';
import { ReferralsService } from '../referrals/referrals.service.js';
import { BudgetReportsService } from './budget-reports.service.js';

/** What validation asks of budgets, bidang and referrals. */
@Injectable()
export class ValidationReaders {
  constructor(
    private readonly budgets: BudgetReportsService,
    private readonly opds: BidangOpdsService,
    private readonly starts: BidangStartsService,
    private readonly referrals: ReferralsService,
  ) {}

  /** @param regions the region of each paying body */
  async forecasts(tx: Tx, on: PlainDate, regions: ReadonlyMap<string, string>): Promise<PlacedForecast[]> {
    const forecasts = await this.budgets.forecastWithin(tx, Number(on.slice(0, 4)), on);
    return forecasts.map((one) => ({ ...one, regionCode: regions.get(one.payer) ?? '' }));
  }

  async bidang(
    tx: Tx,
    regionCode: string,
  ): Promise<Pick<ValidationFacts, 'opds' | 'starts' | 'overdueReferrals'>> {
    return {
      opds: await this.opds.list(tx),
      starts: await this.starts.starts(tx),
      overdueReferrals: await this.referrals.list({ regionCode, overdue: true }, tx),
    };
  }
}

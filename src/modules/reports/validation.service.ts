import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { reportSheet } from '../../core/report/report-sheet.js';
import { usualNorms, type ValidationFacts } from '../../core/report/validation/facts.js';
import { findingsTable, validationLines } from '../../core/report/validation/validation-table.js';
import { validation, type Validation } from '../../core/report/validation/validation.js';
import { regionLevel, type Region } from '../../core/region/region.js';
import type { PlainDate } from '../../core/shared/plain-date.js';
import { firstDayOf, monthOf, previousMonth, type ServiceMonth } from '../../core/shared/service-month.js';
import { Clock } from '../../platform/clock.js';
import type { Tx } from '../../platform/database/transaction.js';
import { today } from '../../platform/today.js';
import { RegionsService } from '../regions/regions.service.js';
import type { DrawnReport } from './report-outcome.js';
import { RosterPeople } from './roster-people.js';
import { ValidationReaders } from './validation-readers.js';
import { ValidationRepository } from './validation.repository.js';

/** Months over whose activities are looked at: a quarter. */
const MONTHS = 3;

export interface ValidationWish {
  /** Undefined = the region on top of all that are registered. */
  readonly regionCode?: string | undefined;
  /** An SK that ends within so many days is told. */
  readonly endingDays?: number | undefined;
}

export interface ValidationReport extends Validation {
  readonly region: string;
  readonly on: PlainDate;
  readonly months: readonly ServiceMonth[];
}

/** Validasi data: what is missing or contradictory, per posyandu up to the top, and who must mend it. */
@Injectable()
export class ValidationService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly repository: ValidationRepository,
    private readonly regions: RegionsService,
    private readonly people: RosterPeople,
    private readonly readers: ValidationReaders,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError for a region that is not there: nothing found must not mean nothing looked at */
  report(wish: ValidationWish): Promise<DrawnReport & { readonly data: ValidationReport }> {
    return this.dataSource.transaction('REPEATABLE READ', async (tx) => {
      const region = await this.region(tx, wish.regionCode);
      const facts = await this.facts(tx, region.code, wish.endingDays);
      const found = validation(facts);
      const place = `${region.name} (${region.code})`;
      const { on, months } = facts;
      return {
        data: { region: region.code, on, months, ...found },
        lines: validationLines(found, place, on),
        sheet: () => reportSheet(findingsTable(found, place, on)),
      };
    });
  }

  private async region(tx: Tx, code: string | undefined): Promise<Region> {
    const [top] = code === undefined ? await this.regions.all(tx) : [];
    return this.regions.require(code ?? top?.code ?? '', tx);
  }

  private async facts(tx: Tx, code: string, endingDays = usualNorms.endingDays): Promise<ValidationFacts> {
    const on = today(this.clock);
    const months = lastMonths(on);
    const days = { from: firstDayOf(months[0] ?? monthOf(on)), to: on };
    return {
      on,
      months,
      norms: { ...usualNorms, endingDays },
      regions: (await this.regions.under(code, tx)).filter((one) => regionLevel(one.code) !== undefined),
      posyandu: await this.regions.posyanduUnder(code, tx),
      roster: (await this.people.read(tx, { regionCode: code, on })).people,
      activities: await this.repository.activities(tx, code, days),
      nagariWithoutPolicy: await this.repository.nagariWithoutPolicy(tx, code, on),
      nagariWithoutBudget: await this.repository.nagariWithoutBudget(tx, code, on),
      forecasts: await this.readers.forecasts(tx, on, await this.repository.payerRegions(tx)),
      ...(await this.readers.bidang(tx, code)),
      owedToDead: await this.repository.owedToDead(tx, code),
    };
  }
}

/** The last months that are over, oldest first. */
function lastMonths(on: PlainDate): ServiceMonth[] {
  const months: ServiceMonth[] = [];
  let month = previousMonth(monthOf(on));
  while (months.length < MONTHS) {
    months.unshift(month);
    month = previousMonth(month);
  }
  return months;
}

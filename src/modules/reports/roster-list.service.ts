import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { RosterFacts, RosterStatus } from '../../core/report/roster/roster-facts.js';
import { rosterList, rosterTable, type RosterLine } from '../../core/report/roster/roster-list.js';
import { reportSheet } from '../../core/report/report-sheet.js';
import { tableLines } from '../../core/report/report-table.js';
import { DomainError } from '../../core/shared/domain-error.js';
import { Clock } from '../../platform/clock.js';
import type { Tx } from '../../platform/database/transaction.js';
import { today } from '../../platform/today.js';
import { RegionsService } from '../regions/regions.service.js';
import { BankNamesReader } from './bank-names.js';
import { OwedRepository } from './owed.repository.js';
import type { DrawnReport } from './report-outcome.js';
import { ReportsRepository } from './reports.repository.js';

export interface RosterListWish {
  readonly regionCode: string;
  /** Name or registration number. */
  readonly posyandu?: string | undefined;
  readonly status?: RosterStatus | undefined;
}

export interface RosterReport {
  readonly region: string;
  readonly on: string;
  readonly kader: readonly RosterLine[];
}

/** Who is on the roster of a place, as they may be shown. */
@Injectable()
export class RosterListService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly repository: ReportsRepository,
    private readonly owed: OwedRepository,
    private readonly regions: RegionsService,
    private readonly bankNames: BankNamesReader,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError for a region or a posyandu that is not there: never an empty list instead */
  list(wish: RosterListWish): Promise<DrawnReport & { readonly data: RosterReport }> {
    return this.dataSource.transaction('REPEATABLE READ', async (tx) => {
      const region = await this.regions.require(wish.regionCode, tx);
      const posyandu = await this.posyandu(tx, wish);
      const on = today(this.clock);
      const people = await this.people(tx, region.code);
      const lines = rosterList(people, { on, posyandu, status: wish.status });
      const table = rosterTable(lines, `${region.name} (${region.code})`, on);
      return {
        data: { region: region.code, on, kader: lines },
        lines: tableLines(table),
        sheet: () => reportSheet(table),
      };
    });
  }

  /** Everybody on the roster of a region with all that is known of her place and account. */
  async people(tx: Tx, regionCode: string): Promise<RosterFacts[]> {
    const found = await this.repository.kaderIn(tx, regionCode);
    const ids = found.map(({ id }) => id);
    const births = new Map(found.map(({ id, birthDate }) => [id, birthDate]));
    const places = await this.repository.placesOf(tx, ids);
    const payees = await this.owed.payees(tx, ids, await this.bankNames.byCode());
    return payees.flatMap((payee) => {
      const birthDate = births.get(payee.kaderId);
      return birthDate === undefined
        ? []
        : [{ ...payee, birthDate, places: places.get(payee.kaderId) ?? [] }];
    });
  }

  private async posyandu(tx: Tx, { regionCode, posyandu }: RosterListWish): Promise<string | undefined> {
    if (posyandu === undefined) return undefined;
    const all = await this.regions.posyanduUnder(regionCode, tx);
    const wanted = posyandu.trim().toUpperCase();
    const found = all.find(
      ({ registrationNumber, name }) => registrationNumber === wanted || name.toUpperCase() === wanted,
    );
    if (found !== undefined) return found.registrationNumber;
    throw new DomainError('missing', 'report.posyandu-unknown', { posyandu, region: regionCode });
  }
}

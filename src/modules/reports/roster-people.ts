import { Injectable } from '@nestjs/common';
import type { RosterFacts } from '../../core/report/roster/roster-facts.js';
import { DomainError } from '../../core/shared/domain-error.js';
import type { Queryable } from '../../platform/database/query-rows.js';
import { RegionsService } from '../regions/regions.service.js';
import { BankNamesReader } from './bank-names.js';
import { OwedRepository } from './owed.repository.js';
import { ReportsRepository, type KaderWanted } from './reports.repository.js';

/** Reads people of a roster with all that is known of their places and accounts. */
@Injectable()
export class RosterPeople {
  constructor(
    private readonly repository: ReportsRepository,
    private readonly owed: OwedRepository,
    private readonly regions: RegionsService,
    private readonly bankNames: BankNamesReader,
  ) {}

  /** The people wanted, and the number of the last that was looked at; undefined when there was none. */
  async read(
    database: Queryable,
    wanted: KaderWanted,
  ): Promise<{ people: RosterFacts[]; last: number | undefined }> {
    const found = await this.repository.kaderIn(database, wanted);
    const ids = found.map(({ id }) => id);
    const births = new Map(found.map(({ id, birthDate }) => [id, birthDate]));
    const places = await this.repository.placesOf(database, ids);
    const payees = await this.owed.payees(database, ids, await this.bankNames.byCode());
    const people = payees.flatMap((payee) => {
      const birthDate = births.get(payee.kaderId);
      return birthDate === undefined
        ? []
        : [{ ...payee, birthDate, places: places.get(payee.kaderId) ?? [] }];
    });
    return { people, last: ids.at(-1) };
  }

  /** The registration number of a posyandu that was named in some way. @throws DomainError `report.posyandu-unknown` */
  async posyandu(
    database: Queryable,
    regionCode: string,
    posyandu: string | undefined,
  ): Promise<string | undefined> {
    if (posyandu === undefined) return undefined;
    const all = await this.regions.posyanduUnder(regionCode, database);
    const wanted = posyandu.trim().toUpperCase();
    const found = all.find(
      ({ registrationNumber, name }) => registrationNumber === wanted || name.toUpperCase() === wanted,
    );
    if (found !== undefined) return found.registrationNumber;
    throw new DomainError('missing', 'report.posyandu-unknown', { posyandu, region: regionCode });
  }
}

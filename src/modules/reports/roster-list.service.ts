import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { reportSheet } from '../../core/report/report-sheet.js';
import { tableLines } from '../../core/report/report-table.js';
import { nameWords, plainWords } from '../../core/report/roster/name-words.js';
import type { RosterStatus } from '../../core/report/roster/roster-facts.js';
import { rosterList, rosterTable, type RosterLine } from '../../core/report/roster/roster-list.js';
import { Clock } from '../../platform/clock.js';
import { fillPart } from '../../platform/database/fill-part.js';
import { today } from '../../platform/today.js';
import { RegionsService } from '../regions/regions.service.js';
import type { DrawnReport } from './report-outcome.js';
import { RosterPeople } from './roster-people.js';

export interface RosterListWish {
  readonly regionCode: string;
  /** Name or registration number. */
  readonly posyandu?: string | undefined;
  /** Beginnings of words of her name. */
  readonly name?: string | undefined;
  readonly status?: RosterStatus | undefined;
}

export interface RosterReport {
  readonly region: string;
  readonly on: string;
  readonly kader: readonly RosterLine[];
}

/** A part of a roster by the numbers of its kader. */
export interface RosterPart extends RosterListWish {
  /** The number of the last kader of the part before. */
  readonly after: number | undefined;
  readonly limit: number;
}

/** Who is on the roster of a place, as they may be shown. */
@Injectable()
export class RosterListService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly people: RosterPeople,
    private readonly regions: RegionsService,
    private readonly clock: Clock,
  ) {}

  /**
   * The whole of it, by posyandu and name.
   *
   * @throws DomainError for a region or a posyandu that is not there: never an empty list instead
   */
  list({ status, name, ...wish }: RosterListWish): Promise<DrawnReport & { readonly data: RosterReport }> {
    return this.dataSource.transaction('REPEATABLE READ', async (tx) => {
      const region = await this.regions.require(wish.regionCode, tx);
      const posyandu = await this.people.posyandu(tx, region.code, wish.posyandu);
      const on = today(this.clock);
      const words = plainWords(nameWords(name ?? ''));
      const wanted = { regionCode: region.code, posyandu, words, status, on };
      const { people } = await this.people.read(tx, wanted);
      const lines = rosterList(people, { on, posyandu, name, status });
      const table = rosterTable(lines, `${region.name} (${region.code})`, on);
      return {
        data: { region: region.code, on, kader: lines },
        lines: tableLines(table),
        sheet: () => reportSheet(table),
      };
    });
  }

  /**
   * As many as fit after a number, by number: a page costs what is on it. Where few of many have a status, further
   * people are looked at until it is full.
   *
   * @throws DomainError as `list`
   */
  part({ status, name, after, limit, ...wish }: RosterPart): Promise<readonly RosterLine[]> {
    return this.dataSource.transaction('REPEATABLE READ', async (tx) => {
      const { code: regionCode } = await this.regions.require(wish.regionCode, tx);
      const posyandu = await this.people.posyandu(tx, regionCode, wish.posyandu);
      const words = plainWords(nameWords(name ?? ''));
      const on = today(this.clock);
      return fillPart({ after, limit }, async (from: number | undefined, count) => {
        const wanted = { regionCode, posyandu, words, status, on, after: from, limit: count };
        const { people, last } = await this.people.read(tx, wanted);
        const found = rosterList(people, { on, posyandu, name, status });
        return { wanted: found.sort((one, other) => one.kader - other.kader), last };
      });
    });
  }
}

import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { opdLayout } from '../../core/bidang/opd-sheet.js';
import { planOpdImport, type RecordedOpd } from '../../core/bidang/plan-opd-import.js';
import { inReadingOrder } from '../../core/formats/sheet/in-reading-order.js';
import type { Problem } from '../../core/formats/sheet/problem.js';
import { Clock } from '../../platform/clock.js';
import { lockFor } from '../../platform/database/lock-for.js';
import type { Part } from '../../platform/database/part.js';
import type { Queryable } from '../../platform/database/query-rows.js';
import { readTable } from '../../platform/spreadsheet/read-table.js';
import { AccessService } from '../access/access.service.js';
import { RegionsService } from '../regions/regions.service.js';
import { BidangRepository, type OpdKey } from './bidang.repository.js';

export interface OpdImport {
  readonly problems: readonly Problem[];
  readonly notes: readonly Problem[];
  readonly created: number;
  /** Open ones that end the day before their successor begins. */
  readonly ended: number;
  readonly unchanged: number;
  readonly applied: boolean;
}

/** Which OPD answers for which bidang, where and when. */
@Injectable()
export class BidangOpdsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly repository: BidangRepository,
    private readonly regions: RegionsService,
    private readonly clock: Clock,
    private readonly access: AccessService,
  ) {}

  /** Everything recorded, or a part of it. */
  list(database: Queryable = this.dataSource, part?: Part<OpdKey>): Promise<RecordedOpd[]> {
    return this.repository.opds(database, part);
  }

  /** Records the OPD of a sheet: the whole file or nothing. */
  async importFile(path: string, by: number, dryRun = false): Promise<OpdImport> {
    this.access.requireInstallation('bidang.import');
    const { rows, problems, notes } = await readTable(path, opdLayout);
    return this.dataSource.transaction(async (tx) => {
      await lockFor(tx, 'bidang-opds');
      const regionCodes = new Set((await this.regions.all(tx)).map(({ code }) => code));
      const plan = planOpdImport(rows, await this.repository.opds(tx), regionCodes);
      const allProblems = inReadingOrder([...problems, ...plan.problems]);
      const applied = allProblems.length === 0 && !dryRun;
      if (applied) {
        const stamp = { by, at: this.clock.now() };
        for (const { id, to } of plan.ended) await this.repository.endOpd(tx, id, to);
        for (const opd of plan.created) await this.repository.insertOpd(tx, opd, stamp);
      }
      const counts = { created: plan.created.length, ended: plan.ended.length, unchanged: plan.unchanged };
      return { problems: allProblems, notes, ...counts, applied };
    });
  }
}

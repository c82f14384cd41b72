import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { bidangStarts, type BidangStart, type BidangStarts } from '../../core/bidang/bidang-start.js';
import { planStartImport, type ChangedStart } from '../../core/bidang/plan-start-import.js';
import { startLayout } from '../../core/bidang/start-sheet.js';
import { inReadingOrder } from '../../core/formats/sheet/in-reading-order.js';
import type { Problem } from '../../core/formats/sheet/problem.js';
import { Clock } from '../../platform/clock.js';
import { lockFor } from '../../platform/database/lock-for.js';
import type { Part } from '../../platform/database/part.js';
import type { Queryable } from '../../platform/database/query-rows.js';
import { readTable } from '../../platform/spreadsheet/read-table.js';
import { AccessService } from '../access/access.service.js';
import { RegionsService } from '../regions/regions.service.js';
import { BidangRepository, type StartKey } from './bidang.repository.js';

export interface StartImportOptions {
  readonly path: string;
  readonly by: number;
  readonly dryRun?: boolean;
  /** Without it a file that moves a start is only compared. */
  readonly acceptChanges?: boolean;
}

export interface StartImport {
  readonly problems: readonly Problem[];
  readonly notes: readonly Problem[];
  readonly created: number;
  readonly changed: readonly ChangedStart[];
  readonly unchanged: number;
  readonly applied: boolean;
}

/** From when on each bidang serves where; honor is earned in it from then on. */
@Injectable()
export class BidangStartsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly repository: BidangRepository,
    private readonly regions: RegionsService,
    private readonly clock: Clock,
    private readonly access: AccessService,
  ) {}

  /** The last word on each bidang and region, or on a part of them. */
  list(database: Queryable = this.dataSource, part?: Part<StartKey>): Promise<BidangStart[]> {
    return this.repository.starts(database, part);
  }

  async starts(database: Queryable = this.dataSource): Promise<BidangStarts> {
    return bidangStarts(await this.list(database));
  }

  /** Records the phases of a sheet: the whole file or nothing. */
  async importFile({
    path,
    by,
    dryRun = false,
    acceptChanges = false,
  }: StartImportOptions): Promise<StartImport> {
    this.access.requireInstallation('bidang.import');
    const { rows, problems, notes } = await readTable(path, startLayout);
    return this.dataSource.transaction(async (tx) => {
      await lockFor(tx, 'bidang-starts');
      const plan = planStartImport(rows, await this.repository.starts(tx), await this.regions.all(tx));
      const allProblems = inReadingOrder([...problems, ...plan.problems]);
      const applied = allProblems.length === 0 && (plan.changed.length === 0 || acceptChanges) && !dryRun;
      const stamp = { by, at: this.clock.now() };
      const stored = applied ? [...plan.created, ...plan.changed.map(({ after }) => after)] : [];
      for (const start of stored) await this.repository.insertStart(tx, start, stamp);
      const { changed, unchanged } = plan;
      const allNotes = [...notes, ...plan.notes];
      return {
        problems: allProblems,
        notes: allNotes,
        created: plan.created.length,
        changed,
        unchanged,
        applied,
      };
    });
  }
}

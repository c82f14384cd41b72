import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { inReadingOrder } from '../../core/formats/sheet/in-reading-order.js';
import type { Problem } from '../../core/formats/sheet/problem.js';
import { planPosyandu, type PosyanduPlan } from '../../core/region/plan-posyandu.js';
import { planRegions } from '../../core/region/plan-regions.js';
import { posyanduLayout, regionLayout } from '../../core/region/region-layout.js';
import { lockFor } from '../../platform/database/lock-for.js';
import { fileSha256 } from '../../platform/spreadsheet/file-hash.js';
import { readTable } from '../../platform/spreadsheet/read-table.js';
import { AccessService } from '../access/access.service.js';
import { RegionsRepository } from './regions.repository.js';

export interface RegionImportReport {
  readonly fileSha256: string;
  readonly problems: readonly Problem[];
  readonly notes: readonly Problem[];
  readonly created: number;
  readonly unchanged: number;
  /** True when the database now holds what the file says. */
  readonly applied: boolean;
}

export interface PosyanduImportReport extends RegionImportReport {
  readonly changed: PosyanduPlan['changed'];
}

export interface PosyanduImportOptions {
  readonly path: string;
  readonly dryRun?: boolean;
  readonly acceptChanges?: boolean;
  /** Only nagari in this region may be in the file. */
  readonly regionCode?: string;
}

/** Loads regions and posyandu from sheets: a whole file or nothing. */
@Injectable()
export class RegionImportService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly repository: RegionsRepository,
    private readonly access: AccessService,
  ) {}

  /** Loads a kabupaten's list of nagari (the layout of config/regions). Loading it again changes nothing. */
  async importRegions(path: string): Promise<RegionImportReport> {
    this.access.requireInstallation('region.import');
    const sha256 = await fileSha256(path);
    const table = await readTable(path, regionLayout);
    return this.dataSource.transaction(async (tx) => {
      await lockFor(tx, 'region-import');
      const plan = planRegions(table.rows, await this.repository.regionsUnder(tx, ''));
      const problems = inReadingOrder([...table.problems, ...plan.problems]);
      const applied = problems.length === 0;
      if (applied) await this.repository.addRegions(tx, plan.created);
      const { created, unchanged } = plan;
      return {
        fileSha256: sha256,
        problems,
        notes: table.notes,
        created: created.length,
        unchanged,
        applied,
      };
    });
  }

  /** Registers posyandu. A file that renames a known one is refused unless changes are accepted. */
  async importPosyandu(options: PosyanduImportOptions): Promise<PosyanduImportReport> {
    this.access.requireRegion('posyandu.import', options.regionCode);
    const sha256 = await fileSha256(options.path);
    const table = await readTable(options.path, posyanduLayout);
    return this.dataSource.transaction(async (tx) => {
      await lockFor(tx, 'region-import');
      const scope = options.regionCode ?? '';
      const regions = await this.repository.regionsUnder(tx, scope);
      const known = await this.repository.posyanduUnder(tx, scope);
      const everywhere = await this.repository.regionsUnder(tx, '');
      const plan = planPosyandu(table.rows, regions, known, everywhere);
      const problems = inReadingOrder([...table.problems, ...plan.problems]);
      const accepted = plan.changed.length === 0 || options.acceptChanges === true;
      const applied = problems.length === 0 && accepted && options.dryRun !== true;
      if (applied) {
        await this.repository.addPosyandu(tx, plan.created);
        await this.repository.changePosyandu(
          tx,
          plan.changed.map(({ after }) => after),
        );
      }
      const { created, changed, unchanged } = plan;
      const counts = { created: created.length, changed, unchanged, applied };
      return { fileSha256: sha256, problems, notes: table.notes, ...counts };
    });
  }
}

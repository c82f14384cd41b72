import { basename } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { activityLayout, type ActivityRow } from '../../core/activity/activity-layout.js';
import {
  planActivityImport,
  readAttendance,
  type ActivityChange,
  type ActivityPlan,
} from '../../core/activity/plan-activity-import.js';
import type { ActivityReferences } from '../../core/activity/read-activity-row.js';
import { inReadingOrder } from '../../core/formats/sheet/in-reading-order.js';
import type { Problem } from '../../core/formats/sheet/problem.js';
import type { FieldChange } from '../../core/kader/field-change.js';
import { nagariFinder } from '../../core/region/find-nagari.js';
import { posyanduFinder } from '../../core/region/find-posyandu.js';
import type { PlainDate } from '../../core/shared/plain-date.js';
import { Clock } from '../../platform/clock.js';
import { lockFor } from '../../platform/database/lock-for.js';
import { refreshStatistics } from '../../platform/database/refresh-statistics.js';
import type { Tx } from '../../platform/database/transaction.js';
import { fileSha256 } from '../../platform/spreadsheet/file-hash.js';
import { readTable } from '../../platform/spreadsheet/read-table.js';
import { today } from '../../platform/today.js';
import { AccessService } from '../access/access.service.js';
import { ActivityTypesService } from '../activity-types/activity-types.service.js';
import { KaderRosterService } from '../kader-roster/kader-roster.service.js';
import { RegionsService } from '../regions/regions.service.js';
import { ActivitiesRepository } from './activities.repository.js';

export interface ActivityImportOptions {
  readonly path: string;
  /** The app_user who imports and so records the activities. */
  readonly by: number;
  readonly dryRun?: boolean;
  /** Without it a file that changes recorded activities is only compared. */
  readonly acceptChanges?: boolean;
  /** Only nagari in this region may be in the file. */
  readonly regionCode?: string;
}

/** A recorded activity that the file states otherwise. */
export interface ChangedActivity {
  readonly posyandu: string;
  readonly heldOn: PlainDate;
  readonly kind: string;
  readonly sheet: string;
  readonly row: number;
  readonly changes: readonly FieldChange[];
}

export interface ActivityImportReport {
  readonly fileSha256: string;
  readonly problems: readonly Problem[];
  readonly notes: readonly Problem[];
  /** Activities, each of one posyandu, day and kind; `attendances` are the kader at the created ones. */
  readonly created: number;
  readonly attendances: number;
  readonly changed: readonly ChangedActivity[];
  readonly unchanged: number;
  /** True when what is recorded is now what the file says. */
  readonly applied: boolean;
}

/** Imports an attendance file: the whole file or nothing, and one file at a time. */
@Injectable()
export class ActivityImportService {
  @Inject() private readonly access!: AccessService;

  constructor(
    private readonly dataSource: DataSource,
    private readonly repository: ActivitiesRepository,
    private readonly roster: KaderRosterService,
    private readonly regions: RegionsService,
    private readonly types: ActivityTypesService,
    private readonly clock: Clock,
  ) {}

  async importActivities(options: ActivityImportOptions): Promise<ActivityImportReport> {
    this.access.requireRegion('activity.import', options.regionCode);
    const sha256 = await fileSha256(options.path);
    const table = await readTable(options.path, activityLayout(await this.types.types()));
    return this.dataSource.transaction(async (tx) => {
      await lockFor(tx, 'roster-import');
      await lockFor(tx, 'activities');
      const { activities, problems, notes } = readAttendance(
        table.rows,
        await this.references(tx, table.rows, options.regionCode),
      );
      const plan = planActivityImport(activities, await this.repository.recorded(tx, activities));
      const allProblems = inReadingOrder([...table.problems, ...problems, ...plan.problems]);
      const accepted = plan.changed.length === 0 || options.acceptChanges === true;
      const applied = allProblems.length === 0 && accepted && options.dryRun !== true;
      if (applied) await this.apply(tx, plan, options, sha256);
      return {
        fileSha256: sha256,
        problems: allProblems,
        notes: [...table.notes, ...inReadingOrder(notes)],
        created: plan.created.length,
        attendances: plan.created.reduce((sum, { attendance }) => sum + attendance.size, 0),
        changed: plan.changed.map(forPeople),
        unchanged: plan.unchanged,
        applied,
      };
    });
  }

  private async references(
    tx: Tx,
    rows: readonly ActivityRow[],
    regionCode: string | undefined,
  ): Promise<ActivityReferences> {
    const niks = new Set(rows.flatMap(({ found }) => found.nik ?? []));
    return {
      findNagari: nagariFinder(await this.regions.under(regionCode, tx), await this.regions.all(tx)),
      findPosyandu: posyanduFinder(await this.regions.posyanduUnder(regionCode, tx)),
      kaderByNik: await this.roster.kaderByNik(tx, [...niks]),
      today: today(this.clock),
    };
  }

  private async apply(
    tx: Tx,
    plan: ActivityPlan,
    { path, by }: ActivityImportOptions,
    sha256: string,
  ): Promise<void> {
    const counts = { created: plan.created.length, changed: plan.changed.length, unchanged: plan.unchanged };
    if (counts.created + counts.changed === 0) return;
    const file = { name: basename(path), sha256, counts, by, at: this.clock.now() };
    const stamp = { by, importId: await this.repository.recordImport(tx, file) };
    if (plan.created.length > 0) await this.repository.add(tx, plan.created, stamp);
    if (plan.changed.length > 0) await this.repository.change(tx, plan.changed, stamp);
    await refreshStatistics(tx, ['activity', 'activity_attendance']);
  }
}

function forPeople({ stated, changes }: ActivityChange): ChangedActivity {
  const { posyanduName: posyandu, heldOn, kind } = stated;
  return { posyandu, heldOn, kind, sheet: stated.row.sheet, row: stated.row.row, changes };
}

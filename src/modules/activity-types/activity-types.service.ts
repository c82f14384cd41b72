import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { ActivityType } from '../../core/activity/activity-type.js';
import { planActivityTypes, type ActivityTypePlan } from '../../core/activity/plan-activity-types.js';
import { readActivityTypes } from '../../core/activity/read-activity-types.js';
import { Clock } from '../../platform/clock.js';
import { lockFor } from '../../platform/database/lock-for.js';
import type { Queryable } from '../../platform/database/query-rows.js';
import { readYamlFile } from '../../platform/files/read-yaml-file.js';
import { AccessService } from '../access/access.service.js';
import { ActivityTypesRepository, type RecordedType } from './activity-types.repository.js';

/** What may be recorded as an activity: data that every sheet and every policy is read by. */
@Injectable()
export class ActivityTypesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly repository: ActivityTypesRepository,
    private readonly clock: Clock,
    private readonly access: AccessService,
  ) {}

  types(database: Queryable = this.dataSource): Promise<RecordedType[]> {
    return this.repository.types(database);
  }

  /** Their codes: what a policy may pay for. */
  codes(database: Queryable): Promise<string[]> {
    return this.repository.codes(database);
  }

  /**
   * Makes the types of a file the types there are: all or nothing.
   *
   * @throws Refusals when the file is wrong, or a type in use would vanish
   */
  async importFile(path: string, by: number): Promise<ActivityTypePlan> {
    this.access.requireInstallation('activity-type.import');
    const stated = readActivityTypes(await readYamlFile(path));
    return this.dataSource.transaction(async (tx) => {
      // Whoever records an activity or a policy by the old list has done so before, or comes after.
      for (const work of ['policy-import', 'activities', 'referrals']) await lockFor(tx, work);
      const recorded = await this.repository.types(tx);
      const used = new Set(recorded.filter(({ isUsed }) => isUsed).map(({ code }) => code));
      const plan = planActivityTypes(stated, recorded, used);
      await this.repository.remove(tx, plan.removed);
      const touched = new Set<ActivityType>([...plan.added, ...plan.changed]);
      for (const [position, type] of stated.entries()) {
        if (!touched.has(type)) continue;
        await this.repository.save(tx, type, { position, by, at: this.clock.now() });
      }
      return plan;
    });
  }
}

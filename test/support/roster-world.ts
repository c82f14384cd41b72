import { SYSTEM } from '../../src/core/access/actor.js';
import { AccessService } from '../../src/modules/access/access.service.js';
import { HeldDelegationsRepository } from '../../src/modules/access/held-delegations.repository.js';
import { RoleGrantsRepository } from '../../src/modules/access/role-grants.repository.js';
import { TargetsRepository } from '../../src/modules/access/targets.repository.js';
import { CurrentActor } from '../../src/platform/session/current-actor.js';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { ActivitiesRepository } from '../../src/modules/activities/activities.repository.js';
import { ActivityImportService } from '../../src/modules/activities/activity-import.service.js';
import { ActivityVerificationService } from '../../src/modules/activities/activity-verification.service.js';
import { ActivityTypesRepository } from '../../src/modules/activity-types/activity-types.repository.js';
import { ActivityTypesService } from '../../src/modules/activity-types/activity-types.service.js';
import { accountNumbers } from './account-numbers.js';
import { BanksService } from '../../src/modules/kader-roster/banks.service.js';
import { KaderRosterRepository } from '../../src/modules/kader-roster/kader-roster.repository.js';
import { KaderRosterService } from '../../src/modules/kader-roster/kader-roster.service.js';
import { RosterImportService } from '../../src/modules/kader-roster/roster-import.service.js';
import { RosterWriteRepository } from '../../src/modules/kader-roster/roster-write.repository.js';
import { TierWriteRepository } from '../../src/modules/kader-roster/tier-write.repository.js';
import { RegionImportService } from '../../src/modules/regions/region-import.service.js';
import { RegionsRepository } from '../../src/modules/regions/regions.repository.js';
import { RegionsService } from '../../src/modules/regions/regions.service.js';
import { SteppedClock } from '../../src/platform/clock.js';
import { projectFolder } from '../../src/platform/configuration.js';
import { testVault } from './sealed.js';

/** The services of the roster on one database, on a Friday in October 2026. */
export function rosterWorld(dataSource: DataSource) {
  const clock = new SteppedClock(new Date('2026-10-02T02:00:00Z'));
  const grants = new RoleGrantsRepository();
  const current = new CurrentActor(SYSTEM, { address: 'uji', agent: '' });
  const access = new AccessService(
    current,
    dataSource,
    grants,
    new TargetsRepository(testVault),
    new HeldDelegationsRepository(),
    clock,
  );
  const regionsRepository = new RegionsRepository();
  const regions = new RegionsService(dataSource, regionsRepository);
  const rosterRepository = new KaderRosterRepository(testVault, accountNumbers);
  const banks = new BanksService();
  const roster = new KaderRosterService(dataSource, rosterRepository, banks, clock, access, current);
  const activitiesRepository = new ActivitiesRepository();
  const types = new ActivityTypesService(dataSource, new ActivityTypesRepository(), clock, access);
  return {
    clock,
    regions,
    roster,
    regionImport: new RegionImportService(dataSource, regionsRepository, access),
    rosterImport: guarded(
      new RosterImportService(
        dataSource,
        rosterRepository,
        new RosterWriteRepository(new TierWriteRepository(), accountNumbers, testVault),
        regions,
        banks,
        clock,
      ),
      access,
    ),
    activityImport: guarded(
      new ActivityImportService(dataSource, activitiesRepository, roster, regions, types, clock),
      access,
    ),
    verification: new ActivityVerificationService(dataSource, activitiesRepository, regions, clock, access),
  };
}

export type RosterWorld = ReturnType<typeof rosterWorld>;

/** Dharmasraya's regions and the posyandu of the golden cases. */
export async function loadDharmasraya({ regionImport }: RosterWorld): Promise<void> {
  const folder = projectFolder();
  await regionImport.importRegions(join(folder, 'config/regions/13.10-dharmasraya.csv'));
  await regionImport.importPosyandu({ path: join(folder, 'test/golden/posyandu.csv') });
}

/** Registers a person who acts, and gives her id. */
export async function anAppUser(dataSource: DataSource, username: string): Promise<number> {
  const rows = await dataSource.query<[{ id: number }]>(
    `insert into app_user (username, full_name, position, created_at) values ($1, $1, 'operator', now()) returning id`,
    [username],
  );
  return rows[0].id;
}

/** Forgets every kader, import and activity, but keeps regions, posyandu and users. */
export async function emptyRoster(dataSource: DataSource): Promise<void> {
  await dataSource.transaction(async (tx) => {
    const guarded = ['roster_change', 'bank_account', 'kader_tier'];
    // The tables are append-only for everybody; only their owner, here the test, can lift that.
    for (const table of guarded) await tx.query(`alter table ${table} disable trigger user`);
    const tables =
      'roster_change kader_tier activity_attendance activity bank_account appointment kader roster_import';
    for (const table of tables.split(' ')) await tx.query(`delete from ${table}`);
    for (const table of guarded) await tx.query(`alter table ${table} enable trigger user`);
  });
}

/** As Nest does it: these services are given who may do what as a property. */
function guarded<Service extends object>(service: Service, access: AccessService): Service {
  Reflect.set(service, 'access', access);
  return service;
}

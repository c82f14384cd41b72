import type { INestApplicationContext } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { RoleGrantsService } from '../../src/modules/access/role-grants.service.js';
import { JobsService } from '../../src/modules/jobs/jobs.service.js';
import { SessionsService } from '../../src/modules/identity/sessions.service.js';
import { UsersService } from '../../src/modules/users/users.service.js';
import { openApp } from '../../src/open-app.js';
import { SteppedClock } from '../../src/platform/clock.js';
import { readConfiguration } from '../../src/platform/configuration.js';
import { OCTOBER_5 } from '../support/app.js';
import { runCommand, startService, type RunningCommand } from '../support/command-line.js';
import { fillOffice, PEOPLE } from '../support/command-office.js';
import { embeddedFolder } from '../support/embedded-folder.js';
import { ORIGIN } from '../support/identity.js';
import { runOffice } from '../support/running-office.js';

interface JobRow {
  readonly state: string;
  readonly attempts: number;
}

const options = await embeddedFolder({ durable: true });
const [nagari] = await fillOffice(options.dataFolder, ['13.10.04.2001']);
const office = await runOffice(options);
const app = await openApp({
  configuration: readConfiguration({ HONOR_DATA_DIR: options.dataFolder }),
  database: { name: 'honor', fresh: false },
  clock: new SteppedClock(OCTOBER_5),
});
const services: RunningCommand[] = [];

describe('kill -9 of the service in the middle of a job', () => {
  afterAll(async () => {
    await Promise.all(services.map((service) => service.kill()));
    await app.close();
    await office.close();
  });

  it('leaves nothing of it; the next service does it, once', async () => {
    const id = await aCalculation();
    const before = await contentsBesideJobs();
    const lock = await office.lock('select * from ledger.chain_head for update');
    const first = started();
    await lock.untilItStops(first);
    await first.kill();
    expect(await jobOf(app, id)).toEqual({ state: 'running', attempts: 1 });
    await lock.release();
    expect(await contentsBesideJobs()).toEqual(before);

    const next = started();
    while (next.isRunning() && (await jobOf(app, id))?.state === 'running');
    expect(await jobOf(app, id)).toEqual({ state: 'done', attempts: 2 });
    const result = await app.get(JobsService).result(id, () => undefined);
    expect('json' in result ? JSON.parse(result.json) : {}).toMatchObject({
      kader: 2,
      changedLines: 2,
      changedGross: 150_000,
    });
    const calculated = await app
      .get(DataSource)
      .query<unknown[]>('select from calculation where months = $1', [[nagari?.month]]);
    expect(calculated).toHaveLength(1);
    const verified = await runCommand(options.dataFolder, 'ledger', 'verify');
    expect(verified).toMatchObject({ status: 0, stderr: '' });
  });
});

function started(): RunningCommand {
  const service = startService(options.dataFolder);
  services.push(service);
  return service;
}

/** Asks as an operator would over HTTP, while no service runs. */
async function aCalculation(): Promise<number> {
  const users = app.get(UsersService);
  const [user, by] = [await users.require(PEOPLE.prepares), await users.require(PEOPLE.verifies)];
  const scope = { kind: 'region', code: '13.10' } as const;
  await app.get(RoleGrantsService).grant({ user, role: 'operator', scope, basis: 'SK 1/2026', by });
  const { id: userId, username, fullName } = user;
  const how = { userId, method: 'password', hasSecondFactor: false } as const;
  const { session } = await app
    .get(DataSource)
    .transaction((tx) => app.get(SessionsService).open(tx, how, ORIGIN));
  const { signedInAt } = session;
  const person = { kind: 'person', userId, username, fullName, grants: [], hasSecondFactor: false } as const;
  const wish = { region: nagari?.code, months: [nagari?.month] };
  const asked = { kind: 'honor-calculation', by: person, askedAs: 'uji', wish, from: ORIGIN, signedInAt };
  return (await app.get(JobsService).ask(asked)).id;
}

async function contentsBesideJobs(): Promise<object> {
  const { 'public.job': jobs, 'public.one_time_link': links, ...others } = await office.contents();
  // A service whose people cannot sign in yet makes the link of the first administrator.
  expect(links).toMatch(/^(empty|\d rows)/);
  expect(jobs).toMatch(/^1 rows/);
  return others;
}

async function jobOf(from: INestApplicationContext, id: number): Promise<JobRow | undefined> {
  const [job] = await from
    .get(DataSource)
    .query<JobRow[]>('select state, attempts from job where id = $1', [id]);
  return job;
}

import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { DataSource } from 'typeorm';
import { HousekeepingService } from '../../../src/api/housekeeping/housekeeping.service.js';
import { IdempotentRequestsService } from '../../../src/api/idempotency/idempotent-requests.service.js';
import { makeProcessFolder } from '../../../src/platform/files/process-folder.js';
import { readHttpConfiguration } from '../../../src/platform/http-configuration.js';
import { refusalCodes } from '../../support/refusal.js';
import { httpOffice, listening } from '../../support/http-app.js';

const office = await httpOffice();
const database = office.app.get(DataSource);
const DAY = 24 * 60 * 60 * 1000;
await office.people('anita');

const tidy = (from = office) => from.app.get(HousekeepingService).tidy();
const daysAgo = (days: number) => new Date(office.clock.now().getTime() - days * DAY);

async function endedJobs(count: number, at: Date): Promise<void> {
  await database.query(
    `insert into job (kind, user_id, has_second_factor, asked_as, wish, state, asked_at, ended_at)
     select 'ledger-export', id, false, sha256(gen_random_uuid()::text::bytea), '', 'cancelled', $2, $2
       from app_user, generate_series(1, $1::int) where username = 'anita'`,
    [count, at],
  );
}

async function answers(count: number, at: Date): Promise<void> {
  await database.query(
    `insert into idempotent_request (user_id, key, request_hash, started_at)
     select id, gen_random_uuid()::text, sha256(''), $2 from app_user, generate_series(1, $1::int)
      where username = 'anita'`,
    [count, at],
  );
}

const countIn = async (table: 'job' | 'idempotent_request') =>
  (await database.query<[{ count: number }]>(`select count(*)::int as count from ${table}`))[0].count;

describe('jobs and answers that nobody asks for any more', () => {
  it('go a round at a time, and nothing else with them', async () => {
    await endedJobs(101, daysAgo(7.01));
    await endedJobs(2, daysAgo(6.99));
    await answers(1001, daysAgo(1.01));
    await answers(3, daysAgo(0.99));
    await tidy();
    expect([await countIn('job'), await countIn('idempotent_request')]).toEqual([3, 4]);
    await tidy();
    expect([await countIn('job'), await countIn('idempotent_request')]).toEqual([2, 3]);
  });

  it('wait for nobody: what somebody else holds is left for the next round', async () => {
    await endedJobs(2, daysAgo(8));
    await database.transaction(async (other) => {
      await other.query('select from job where ended_at < $1 order by ended_at limit 1 for update', [
        daysAgo(7),
      ]);
      await tidy();
    });
    expect(await countIn('job')).toBe(3);
    await tidy();
    expect(await countIn('job')).toBe(2);
  });

  it('go sooner where the installation says so', async () => {
    const environment = { HONOR_KEEP_JOBS_DAYS: '2' };
    await endedJobs(1, daysAgo(1.99));
    const other = await listening(office.databaseUrl, { environment });
    await other.app.get(HousekeepingService).tidy();
    await other.app.close();
    expect(await countIn('job')).toBe(1);
    for (const days of ['0', '8', 'a']) {
      const read = () => readHttpConfiguration({ HONOR_KEEP_JOBS_DAYS: days });
      expect(await refusalCodes(read)).toEqual(['configuration.invalid']);
    }
  });
});

it('takes a key for a new one after a day, whether it was tidied or not', async () => {
  const requests = office.app.get(IdempotentRequestsService);
  const [user] = await database.query<{ id: number }[]>('select id from app_user');
  const asked = { userId: user?.id ?? 0, key: randomUUID(), hash: Buffer.alloc(32), standing: 'null' };
  const answer = { status: 201, answer: '{}', location: null };
  expect(await requests.begin(asked)).toBeUndefined();
  await requests.finish(asked, answer);
  office.clock.moveTo(new Date(office.clock.now().getTime() + DAY));
  expect(await requests.begin(asked)).toEqual(answer);
  office.clock.moveTo(new Date(office.clock.now().getTime() + 1));
  expect(await requests.begin(asked)).toBeUndefined();
});

it('sweeps what a killed process left as soon as the service starts', async () => {
  const ours = await makeProcessFolder();
  const [, , machine = '', pid = ''] = basename(ours).split('-');
  const draft = await mkdtemp(join(tmpdir(), 'abandoned-'));
  const abandoned = join(tmpdir(), `honor-kerja-${machine}-${pid}-1-${basename(draft)}`);
  await rename(draft, abandoned);
  const next = await listening(office.databaseUrl);
  await next.app.close();
  expect([existsSync(abandoned), existsSync(ours)]).toEqual([false, true]);
  await rm(ours, { recursive: true });
});

import { randomUUID } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import pg from 'pg';
import type { Response } from 'supertest';
import { DataSource } from 'typeorm';
import { HousekeepingService } from '../../src/api/housekeeping/housekeeping.service.js';
import { JobWorker } from '../../src/modules/jobs/job-worker.service.js';
import type { ApiDocument } from '../support/api-client.js';
import { ApiClient } from '../support/api-client.js';
import type { Caller } from '../support/caller.js';
import { whileCalculatingIsHeldUp } from '../support/held-up.js';
import { httpOffice, listening } from '../support/http-app.js';
import { SITIUNG, SIGUNTUR } from '../support/nagari.js';
import { aPayingNagari, JULY } from '../support/payments.js';
import { reportActivity } from '../support/reports.js';
import { kaderCells, rosterCsv } from '../support/roster-csv.js';
import { untilSomebodyWaitsFor } from '../support/waiting.js';

interface Job {
  readonly id: number;
  readonly state: string;
  readonly attempts: number;
  readonly self: string;
  readonly result: string | null;
  readonly problem?: { readonly code: string };
}

const office = await httpOffice();
const database = office.app.get(DataSource);
const codeOf = (answer: Response) => [answer.status, (answer.body as { code?: string }).code];
const calculations = '/api/v1/calculations';
const KABUPATEN = { region: '13.10', months: ['2026-07'] };
const NAGARI = { region: SIGUNTUR, months: ['2026-07'] };
const later = { prefer: 'respond-async' };

let [ani, budi, siti, nita]: Caller[] = [];

beforeAll(async () => {
  await office.asSystem(async () => {
    await aPayingNagari(office.app);
    await reportActivity(office.app, [JULY]);
  });
  await office.people('anita', 'bayu', 'siti', 'nita');
  await office.grant('anita', 'operator', { kind: 'region', code: '13.10' });
  await office.grant('bayu', 'operator', { kind: 'region', code: SITIUNG });
  await office.grant('siti', 'administrator', { kind: 'installation' });
  await office.grant('nita', 'auditor', { kind: 'region', code: '13.10' });
  ani = await office.signedIn('anita');
  budi = await office.signedIn('bayu');
  siti = await office.signedIn('siti', { secondFactor: true });
  nita = await office.signedIn('nita');
});

/** Returns when this process has nothing left to do. */
const drained = () => office.app.get(JobWorker).idle();

const show = async (caller: Caller | undefined, { self }: Job) => (await must(caller).get(self)).body as Job;

async function asked(caller: Caller | undefined, body: object, headers = {}): Promise<Job> {
  const answer = await must(caller).post(calculations, body, headers);
  expect(answer.status).toBe(202);
  return answer.body as Job;
}

const heldUp = (act: (holder: pg.Client) => Promise<void>) =>
  whileCalculatingIsHeldUp(office.databaseUrl, act);

describe('work that may take long', () => {
  it('is answered at once when it is short', async () => {
    const answer = await must(ani).post(calculations, NAGARI);
    expect([answer.status, answer.headers.location]).toEqual([200, undefined]);
    expect(answer.body).toMatchObject({ kader: 2, gross: 150_000 });
  });

  it('becomes a job when it is wide, or when she does not want to wait', async () => {
    for (const [body, headers, applied] of [
      [KABUPATEN, {}, undefined],
      [NAGARI, later, 'respond-async'],
    ] as const) {
      const answer = await must(ani).post(calculations, body, headers);
      const job = answer.body as Job;
      expect([answer.status, answer.headers['preference-applied']]).toEqual([202, applied]);
      expect(answer.headers.location).toBe(job.self);
      await drained();
      const ended = await show(ani, job);
      expect(ended).toMatchObject({
        state: 'done',
        attempts: 1,
        result: `${job.self}/result`,
      });
      const result = await must(ani).get(ended.result ?? '');
      expect([result.status, result.type]).toEqual([200, 'application/json']);
      expect(result.body).toMatchObject({ kader: 2, changedLines: 0, gross: 150_000 });
    }
  });

  it('is documented: what the document says of both answers holds', async () => {
    const client = new ApiClient((await office.caller().get('/api/openapi.json')).body as ApiDocument);
    const wish = { body: KABUPATEN, headers: { Prefer: 'respond-async' } };
    const accepted = await client.send(must(ani), 'Honor.calculate', wish);
    expect(accepted.status).toBe(202);
    await drained();
    const { id } = accepted.body as Job;
    await client.call(must(ani), 'Jobs.show', { path: { id } });
    await client.call(must(ani), 'Jobs.result', { path: { id } });
    await client.call(must(ani), 'Jobs.list', { query: { state: 'done', limit: 1 } });
  });

  it('is the same job when it is asked again with the same key, whatever was forgotten meanwhile', async () => {
    const headers = { 'idempotency-key': randomUUID() };
    const first = await must(ani).post(calculations, KABUPATEN, headers);
    const replayed = await must(ani).post(calculations, KABUPATEN, headers);
    expect(replayed.headers['idempotent-replayed']).toBe('true');
    expect([replayed.status, replayed.headers.location]).toEqual([202, first.headers.location]);
    // As after a process that died between the job and its answer.
    await database.query('delete from idempotent_request');
    const again = await must(ani).post(calculations, KABUPATEN, headers);
    expect([again.status, again.headers.location]).toEqual([202, first.headers.location]);
    await drained();
  });

  it('is refused at once where it would be refused anyway', async () => {
    expect(codeOf(await must(budi).post(calculations, KABUPATEN))).toEqual([403, 'access.out-of-scope']);
    expect(codeOf(await must(nita).post(calculations, KABUPATEN))).toEqual([403, 'access.no-role']);
  });
});

describe('a job', () => {
  it('is seen by whoever asked for it, and without its answer by administrators', async () => {
    const job = await asked(ani, KABUPATEN);
    await drained();
    expect(codeOf(await office.caller().get(job.self))).toEqual([401, 'access.not-signed-in']);
    for (const path of [job.self, `${job.self}/result`])
      expect(codeOf(await must(budi).get(path))).toEqual([404, 'job.unknown']);
    expect(codeOf(await must(budi).post(`${job.self}/cancellation`))).toEqual([404, 'job.unknown']);
    expect((await must(budi).get('/api/v1/jobs')).body).toEqual({ items: [] });
    expect(await show(siti, job)).toMatchObject({ id: job.id, state: 'done' });
    expect(codeOf(await must(siti).get(`${job.self}/result`))).toEqual([404, 'job.unknown']);
  });

  it('is listed in pages, the newest first, by what is looked for', async () => {
    const ids: number[] = [];
    let cursor: string | undefined;
    do {
      const query = { limit: 2, ...(cursor !== undefined && { cursor }) };
      const page = (await must(ani).get('/api/v1/jobs', query)).body as { items: Job[]; next?: string };
      ids.push(...page.items.map(({ id }) => id));
      cursor = page.next;
    } while (cursor !== undefined);
    const [{ own }] = await database.query<[{ own: number[] }]>(
      `select array_agg(id order by id desc) as own from job where user_id = (select id from app_user where username = 'anita')`,
    );
    expect(ids).toEqual(own);
    const listed = async (query: object) =>
      ((await must(ani).get('/api/v1/jobs', query)).body as { items: Job[] }).items.length;
    expect(await listed({ state: 'done', kind: 'honor-calculation' })).toBe(own.length);
    expect(await listed({ kind: 'ledger-export' })).toBe(0);
    expect(codeOf(await must(ani).get('/api/v1/jobs', { state: 'lenyap' }))).toEqual([
      422,
      'http.field-invalid',
    ]);
    expect(codeOf(await must(ani).get('/api/v1/jobs', { asal: 'x' }))).toEqual([422, 'http.field-unknown']);
  });

  it('can be called off until it is begun; one whose asker lost her role meanwhile is refused', async () => {
    const taken: Job[] = [];
    await heldUp(async (holder) => {
      const running = await asked(ani, KABUPATEN);
      await untilSomebodyWaitsFor(holder);
      const cancelled = await asked(ani, KABUPATEN);
      taken.push(running, cancelled, await asked(budi, { ...NAGARI, region: SITIUNG }, later));
      const paths = [running.self, cancelled.self].map((self) => `${self}/cancellation`);
      expect(codeOf(await must(ani).post(paths[0] ?? ''))).toEqual([409, 'job.already-begun']);
      expect((await must(ani).post(paths[1] ?? '')).body).toMatchObject({ state: 'cancelled' });
      const waiting = await must(ani).get(`${running.self}/result`);
      expect(codeOf(waiting)).toEqual([409, 'job.not-done']);
      const { items } = (await must(siti).get('/api/v1/users/bayu/grants')).body as {
        items: { id: number }[];
      };
      const revocation = `/api/v1/users/grants/${String(items[0]?.id)}/revocation`;
      expect((await must(siti).post(revocation, { reason: 'pindah tugas' })).status).toBe(200);
    });
    await drained();
    const [running, cancelled, refused] = taken;
    expect(await show(ani, must(running))).toMatchObject({ state: 'done', attempts: 1 });
    expect(await show(ani, must(cancelled))).toMatchObject({ state: 'cancelled', attempts: 0, result: null });
    expect(codeOf(await must(ani).get(`${must(cancelled).self}/result`))).toEqual([409, 'job.cancelled']);
    const seen = await show(siti, must(refused));
    expect(seen).toMatchObject({ state: 'failed', problem: { code: 'access.no-role', status: 403 } });
  });

  it('is done once, however many processes are there', async () => {
    const others = await Promise.all([1, 2].map(() => listening(office.databaseUrl)));
    const jobs = await Promise.all([1, 2, 3, 4, 5].map(() => asked(ani, KABUPATEN)));
    for (const { app } of others) app.get(JobWorker).wake();
    for (const { app } of [office, ...others]) await app.get(JobWorker).idle();
    for (const { app } of others) await app.close();
    const ended = await Promise.all(jobs.map((job) => show(ani, job)));
    expect(ended.map(({ state, attempts }) => [state, attempts])).toEqual(jobs.map(() => ['done', 1]));
  });

  it('is ended by a process that is asked to stop; what waits is for the next one', async () => {
    const other = await listening(office.databaseUrl);
    const jobs: Job[] = [];
    let closed: Promise<void> | undefined;
    await heldUp(async (holder) => {
      // The office is busy with the first, the other process with the second; the third waits.
      for (let count = 0; count < 3; count += 1) jobs.push(await asked(ani, KABUPATEN));
      await untilSomebodyWaitsFor(holder);
      other.app.get(JobWorker).wake();
      await untilRunning(2);
      closed = other.app.close();
    });
    await closed;
    await drained();
    const ended = await Promise.all(jobs.map((job) => show(ani, job)));
    expect(ended.map(({ state, attempts }) => [state, attempts])).toEqual(jobs.map(() => ['done', 1]));
  });

  it('that a dead process left is done again, but not for ever', async () => {
    const [once, often] = [await asked(ani, KABUPATEN), await asked(ani, KABUPATEN)];
    await drained();
    // The state in which kill -9 leaves it: begun, and nobody holds its lock.
    await asOwner(`alter table job disable trigger job_ends_once;
      update job set state = 'running', ended_at = null, outcome = null, attempts = case id when ${String(often.id)} then 3 else 1 end
       where id in (${String(once.id)}, ${String(often.id)});
      alter table job enable trigger job_ends_once`);
    office.app.get(JobWorker).wake();
    await drained();
    expect(await show(ani, once)).toMatchObject({ state: 'done', attempts: 2 });
    expect(await show(ani, often)).toMatchObject({ state: 'failed', problem: { code: 'job.interrupted' } });
  });

  it('waits with few others of the same person', async () => {
    await heldUp(async () => {
      for (let count = 0; count < 10; count += 1) await asked(ani, KABUPATEN);
      expect(codeOf(await must(ani).post(calculations, KABUPATEN))).toEqual([409, 'job.too-many']);
    });
    await drained();
    expect((await must(ani).post(calculations, KABUPATEN)).status).toBe(202);
    await drained();
  });

  it('is gone a week after it ended', async () => {
    const job = await asked(ani, KABUPATEN);
    await drained();
    const tidied = async () => {
      await office.app.get(HousekeepingService).tidy();
      return ((await must(ani).get('/api/v1/jobs')).body as { items: Job[] }).items.map(({ id }) => id);
    };
    expect(await tidied()).toContain(job.id);
    office.clock.moveTo(new Date(office.clock.now().getTime() + 7 * 24 * 3_600_000 + 1000));
    ani = await office.signedIn('anita');
    expect(await tidied()).toEqual([]);
  });
});

describe('a sheet that is long to read', () => {
  const rows = Array.from({ length: 10 }, (_, index) => kaderCells(index + 10, { posyandu: 'Melati' }));
  const blanks = '\n'.repeat(300_000);

  it('is kept sealed until it is read, and then no more', async () => {
    const upload = () =>
      must(ani).upload('/api/v1/imports/roster', 'kader.csv', `${rosterCsv(rows)}${blanks}`, {
        region: SITIUNG,
        dryRun: true,
      });
    let job: Job | undefined;
    await heldUp(async (holder) => {
      await asked(ani, KABUPATEN);
      await untilSomebodyWaitsFor(holder);
      const answer = await upload();
      expect(answer.status).toBe(202);
      job = answer.body as Job;
      const [kept] = await database.query<[{ text: string }]>(
        `select string_agg(encode(content, 'escape') || encode(wish, 'escape'), '') as text
           from job_file join job on job.id = job_id where job.id = $1`,
        [job.id],
      );
      expect(kept.text.length).toBeGreaterThan(300_000);
      expect(kept.text).not.toContain(kaderCells(10).nik);
    });
    await drained();
    const ended = await show(ani, must(job));
    expect(ended).toMatchObject({ state: 'done' });
    expect((await must(ani).get(ended.result ?? '')).body).toMatchObject({ applied: false, problems: [] });
    expect(await database.query('select from job_file where job_id = $1', [ended.id])).toEqual([]);
  });

  it('tells what is wrong with it as it would at once', async () => {
    const answer = await must(ani).send('post', '/api/v1/imports/roster', {
      file: { name: 'kader.csv', content: 'a' },
      query: { region: SITIUNG },
      headers: later,
    });
    const atOnce = await must(ani).upload('/api/v1/imports/roster', 'kader.csv', 'a', { region: SITIUNG });
    await drained();
    const ended = await show(ani, answer.body as Job);
    expect((await must(ani).get(ended.result ?? '')).body).toEqual(atOnce.body);
  });
});

describe('an export of the ledger', () => {
  const made = async (format: string) => {
    const answer = await must(nita).post('/api/v1/ledger-exports', { format });
    expect(answer.status).toBe(202);
    await drained();
    return must(nita).send('get', `${(answer.body as Job).self}/result`, { binary: true });
  };

  beforeAll(async () => {
    nita = await office.signedIn('nita');
  });

  it('is a journal', async () => {
    const file = await made('hledger');
    expect(file.headers['content-disposition']).toContain('attachment; filename="ledger.journal"');
    expect((file.body as Buffer).toString()).toContain('Expenses:Honor');
  });

  it('is a pack with everything an auditor runs', async () => {
    const file = await made('audit-pack');
    expect(file.type).toBe('application/gzip');
    const names = namesIn(gunzipSync(file.body as Buffer));
    expect(names).toEqual(expect.arrayContaining(['entries.csv', 'manifest.json', 'verify-audit-pack.mjs']));
  });
});

function must<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('A test before this one failed.');
  return value;
}

async function untilRunning(count: number): Promise<void> {
  for (let times = 0; times < 20_000; times += 1) {
    const running = await database.query<unknown[]>(`select from job where state = 'running'`);
    if (running.length === count) return;
  }
  throw new Error('They were never begun.');
}

async function asOwner(statement: string): Promise<void> {
  const owner = new pg.Client({ connectionString: office.databaseUrl });
  await owner.connect();
  try {
    await owner.query(statement);
  } finally {
    await owner.end();
  }
}

/** The names in a tar archive, going from header to header. */
function namesIn(archive: Buffer): string[] {
  const names: string[] = [];
  for (let at = 0; archive[at] !== 0;) {
    names.push(archive.toString('latin1', at, at + 100).replace(/\0.*$/s, ''));
    const size = parseInt(archive.toString('latin1', at + 124, at + 135), 8);
    at += 512 + Math.ceil(size / 512) * 512;
  }
  return names;
}

import { DataSource } from 'typeorm';
import type { StoredProblem } from '../../../src/core/job/stored-problem.js';
import { purposes } from '../../../src/core/privacy/purposes.js';
import type { Caller } from '../../support/caller.js';
import { httpOffice } from '../../support/http-app.js';
import { anOffice, SITIUNG } from '../../support/nagari.js';
import { testVault } from '../../support/sealed.js';

const office = await httpOffice();
await office.asSystem(() => anOffice(office.app));
await office.people('anita', 'siti');
await office.grant('anita', 'operator', { kind: 'region', code: SITIUNG });
await office.grant('siti', 'administrator', { kind: 'installation' });
const [ani, siti] = [await office.signedIn('anita'), await office.signedIn('siti')];

const sheetProblem = (job: number): StoredProblem => ({
  kind: 'invalid',
  code: 'bidang.region-unknown',
  facts: { region: `13.10.${String(job)}` },
});

/** A job that has ended like this. */
async function ended(state: 'done' | 'failed', outcome: Buffer): Promise<number> {
  const wish = { sheet: 'roster', fileKind: '.csv', region: SITIUNG, dryRun: false, acceptChanges: false };
  const kept = { wish, from: { address: '10.0.0.7', agent: 'uji' } };
  const [job] = await office.app.get(DataSource).query<{ id: number }[]>(
    `insert into job (kind, user_id, has_second_factor, asked_as, wish, state, attempts, asked_at, started_at, ended_at, outcome)
     select 'sheet-import', id, false, sha256(gen_random_uuid()::text::bytea), $2, $3, 1, $1, $1, $1, $4
       from app_user where username = 'anita' returning id`,
    [office.clock.now(), testVault.seal(purposes.jobWish, JSON.stringify(kept)), state, outcome],
  );
  return job?.id ?? 0;
}

const failedWith = (...problems: readonly StoredProblem[]) =>
  ended('failed', testVault.seal(purposes.jobOutcome, JSON.stringify({ problems })));

interface Told {
  readonly id: number;
  readonly problem?: { readonly code: string; readonly problems?: readonly unknown[] };
}

/** The problem of a job, as the list and the job itself tell it. */
async function told(caller: Caller, id: number): Promise<Told['problem'][]> {
  const { items } = (await caller.get('/api/v1/jobs')).body as { items: Told[] };
  const own = (await caller.get(`/api/v1/jobs/${String(id)}`)).body as Told;
  return [items.find((item) => item.id === id)?.problem, own.problem];
}

it('is told with its first three problems; all of them are the result', async () => {
  const id = await failedWith(...[1, 2, 3, 4, 5].map(sheetProblem));
  for (const problem of await told(ani, id)) {
    expect(problem?.code).toBe('bidang.region-unknown');
    expect(problem?.problems).toHaveLength(3);
  }
  const result = await ani.get(`/api/v1/jobs/${String(id)}/result`);
  expect([result.status, (result.body as Told['problem'])?.problems?.length]).toEqual([422, 5]);
});

it('is told administrators without what stands in the sheet', async () => {
  const inSheet = await failedWith(sheetProblem(1), sheetProblem(2));
  for (const problem of await told(siti, inSheet)) expect(problem).toMatchObject({ code: 'job.refused' });
  const interrupted = await failedWith({ kind: 'conflict', code: 'job.interrupted', facts: { attempts: 3 } });
  for (const problem of await told(siti, interrupted)) expect(problem?.code).toBe('job.interrupted');
});

it('is told with its job among all others also when nobody has the key of it', async () => {
  const later = testVault.seal(purposes.jobOutcome, '{}');
  // The id of its key stands after its length.
  later.write('x', 2, 'latin1');
  const id = await ended('failed', later);
  const broken = await ended('failed', Buffer.from('no seal at all'));
  for (const caller of [ani, siti]) {
    expect((await told(caller, id)).map((problem) => problem?.code)).toEqual(
      Array(2).fill('vault.key-unknown'),
    );
    expect((await told(caller, broken)).map((problem) => problem?.code)).toEqual(
      Array(2).fill('vault.unreadable'),
    );
  }
  const result = await ani.get(`/api/v1/jobs/${String(id)}/result`);
  expect([result.status, (result.body as Told['problem'])?.code]).toEqual([503, 'vault.key-unknown']);
});

it('is the only thing that is opened to show how jobs stand', async () => {
  const id = await ended('done', Buffer.from('nobody has the key of this answer'));
  expect(await told(ani, id)).toEqual([undefined, undefined]);
  expect((await ani.get('/api/v1/jobs')).status).toBe(200);
  expect((await ani.get(`/api/v1/jobs/${String(id)}/result`)).status).toBeGreaterThanOrEqual(400);
});

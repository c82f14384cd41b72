import { DataSource } from 'typeorm';
import { purposes } from '../../../src/core/privacy/purposes.js';
import { JobWorker } from '../../../src/modules/jobs/job-worker.service.js';
import { FieldVault } from '../../../src/platform/secrets/field-vault.js';
import { parseFieldKeys } from '../../../src/platform/secrets/field-keys.js';
import { TEST_KEYS } from '../../support/field-keys.js';
import { httpOffice, listening } from '../../support/http-app.js';
import { SIGUNTUR } from '../../support/nagari.js';
import { aPayingNagari, JULY } from '../../support/payments.js';
import { testVault } from '../../support/sealed.js';
import { BOTH_KEYS } from '../../support/two-keys.js';

const office = await httpOffice();
const database = office.app.get(DataSource);
const from = { address: '10.0.0.7', agent: 'uji' };
const wish = { region: SIGUNTUR, months: [JULY] };
const laterVault = new FieldVault(parseFieldKeys(BOTH_KEYS, TEST_KEYS.HONOR_INDEX_KEY));

beforeAll(async () => {
  await office.asSystem(() => aPayingNagari(office.app));
  await office.people('anita', 'bayu');
  await office.grant('anita', 'operator', { kind: 'region', code: '13.10' });
});

/** A job as another version of the program, or one with other keys, may have left it. */
async function left(asked: string, job: { kind?: string; wish?: Buffer }): Promise<number> {
  const {
    kind = 'honor-calculation',
    wish: sealed = testVault.seal(purposes.jobWish, JSON.stringify({ wish, from })),
  } = job;
  const [row] = await database.query<{ id: number }[]>(
    `insert into job (kind, user_id, has_second_factor, asked_as, wish, asked_at, signed_in_at)
     select $1, user_id, false, sha256($2), $3, now(), signed_in_at
       from app_user join user_session on user_id = app_user.id where username = 'anita' returning id`,
    [kind, Buffer.from(asked), sealed],
  );
  return row?.id ?? 0;
}

const standing = async (id: number) => {
  const [job] = await database.query<{ state: string; attempts: number }[]>(
    'select state, attempts from job where id = $1',
    [id],
  );
  return [job?.state, job?.attempts];
};

describe('jobs that cannot be begun', () => {
  it('stop no other: what nobody can read fails, what another process can waits for it', async () => {
    const ani = await office.signedIn('anita');
    const laterKind = await left('kind', { kind: 'of-tomorrow' });
    const laterKey = await left('key', {
      wish: laterVault.seal(purposes.jobWish, JSON.stringify({ wish, from })),
    });
    const broken = await left('broken', { wish: testVault.seal(purposes.jobOutcome, '{}') });
    const nonsense = await left('nonsense', { wish: Buffer.from('no seal at all') });
    const outdated = await left('outdated', { wish: testVault.seal(purposes.jobWish, JSON.stringify(wish)) });
    const lastOne = await left('last', {});

    office.app.get(JobWorker).wake();
    await office.app.get(JobWorker).idle();

    expect(await standing(lastOne)).toEqual(['done', 1]);
    expect(await standing(laterKind)).toEqual(['queued', 0]);
    expect(await standing(laterKey)).toEqual(['queued', 0]);
    for (const [id, code] of [
      [broken, 'vault.unreadable'],
      [nonsense, 'vault.unreadable'],
      [outdated, 'job.outdated'],
    ] as const) {
      expect((await ani.get(`/api/v1/jobs/${String(id)}`)).body).toMatchObject({
        state: 'failed',
        attempts: 1,
        problem: { code },
      });
    }
    const cancelled = await ani.post(`/api/v1/jobs/${String(laterKind)}/cancellation`);
    expect([cancelled.status, await standing(laterKind)]).toEqual([200, ['cancelled', 0]]);

    const other = await listening(office.databaseUrl, { environment: { HONOR_FIELD_KEYS: BOTH_KEYS } });
    other.app.get(JobWorker).wake();
    await other.app.get(JobWorker).idle();
    await other.app.close();
    expect(await standing(laterKey)).toEqual(['done', 1]);
  });

  it('wait also when it is the file that is sealed with another key', async () => {
    const id = await left('file', { kind: 'sheet-import' });
    await database.query(
      `insert into job_file (job_id, part, position, content) values ($1, 'given', 0, $2)`,
      [id, laterVault.seal(purposes.jobFile, 'YQ==')],
    );
    office.app.get(JobWorker).wake();
    await office.app.get(JobWorker).idle();
    expect(await standing(id)).toEqual(['queued', 0]);
  });
});

import type { Response } from 'supertest';
import { DataSource } from 'typeorm';
import { JobWorker } from '../../../src/modules/jobs/job-worker.service.js';
import type { Caller } from '../../support/caller.js';
import { whileCalculatingIsHeldUp } from '../../support/held-up.js';
import { httpOffice } from '../../support/http-app.js';
import { SITIUNG, SIGUNTUR } from '../../support/nagari.js';
import { aPayingNagari } from '../../support/payments.js';
import { PASSWORD } from '../../support/identity.js';
import { untilSomebodyWaitsFor } from '../../support/waiting.js';

interface Job {
  readonly id: number;
  readonly self: string;
}

const office = await httpOffice();
const codeOf = ({ status, body }: Response) => [status, (body as { code?: string }).code];
const drained = () => office.app.get(JobWorker).idle();
const inRegion = (code: string) => ({ kind: 'region', code }) as const;

await office.asSystem(() => aPayingNagari(office.app));
await office.people('anita', 'bayu', 'citra', 'dedi', 'siti');
await office.grant('dedi', 'operator', inRegion(SIGUNTUR));
await office.grant('siti', 'administrator', { kind: 'installation' });
const siti = await office.signedIn('siti', { secondFactor: true });
const dedi = await office.signedIn('dedi');

async function asked(caller: Caller, region: string, agent = 'Firefox'): Promise<Job> {
  const wish = { region, months: ['2026-07'] };
  const headers = { prefer: 'respond-async', 'user-agent': agent };
  const answer = await caller.post('/api/v1/calculations', wish, headers);
  expect(answer.status).toBe(202);
  return answer.body as Job;
}

async function revoked(grant: number): Promise<void> {
  const path = `/api/v1/users/grants/${String(grant)}/revocation`;
  expect((await siti.post(path, { reason: 'pindah tugas' })).status).toBe(200);
}

async function machine(caller: Caller, ...operations: readonly string[]): Promise<Caller> {
  const made = await caller.post('/api/v1/own-tokens', { name: operations.join(), operations, days: 30 });
  expect(made.status).toBe(201);
  const bearer = office.caller();
  bearer.bearer = (made.body as { token: string }).token;
  return bearer;
}

describe('the result of a job', () => {
  it('is for whoever may still ask for such work, in that region', async () => {
    const asOperator = await office.grant('anita', 'operator', inRegion(SIGUNTUR));
    const elsewhere = await office.grant('anita', 'operator', inRegion(SITIUNG));
    await office.grant('anita', 'auditor', inRegion('13.10'));
    const ani = await office.signedIn('anita');
    const { self } = await asked(ani, SIGUNTUR);
    await drained();
    const result = () => ani.get(`${self}/result`);
    expect((await result()).status).toBe(200);
    await revoked(asOperator);
    expect(codeOf(await result())).toEqual([403, 'access.out-of-scope']);
    await revoked(elsewhere);
    expect(codeOf(await result())).toEqual([403, 'access.no-role']);
    // How it stands she is still told.
    expect((await ani.get(self)).body).toMatchObject({ state: 'done' });
  });

  it('is not for a token that could not have asked for it', async () => {
    await office.grant('bayu', 'operator', inRegion(SIGUNTUR));
    const budi = await office.signedIn('bayu');
    const { self } = await asked(budi, SIGUNTUR);
    await drained();
    const reader = await machine(budi, 'job.read');
    expect((await reader.get(self)).body).toMatchObject({ state: 'done' });
    expect(codeOf(await reader.get(`${self}/result`))).toEqual([403, 'access.token-limited']);
    expect((await budi.get(`${self}/result`)).status).toBe(200);
  });
});

describe('calling a job off', () => {
  it('is for whoever asked for it; an administrator is told what she can do', async () => {
    await office.grant('citra', 'operator', inRegion(SITIUNG));
    const citra = await office.signedIn('citra');
    const { self } = await asked(citra, SITIUNG);
    await drained();
    expect((await siti.get(self)).status).toBe(200);
    expect(codeOf(await siti.post(`${self}/cancellation`))).toEqual([403, 'job.not-yours']);
    expect(codeOf(await citra.post(`${self}/cancellation`))).toEqual([409, 'job.already-begun']);
  });
});

describe('what a job does', () => {
  it('stands in the audit trail as done from where it was asked', async () => {
    await asked(dedi, SIGUNTUR, 'Peramban kantor wali nagari');
    await drained();
    const acts = await office.app.get(DataSource).query<object[]>(
      `select actor, address, agent, operation from audit.act join audit.change on act_id = act.id
        where table_name = 'calculation' order by act.id desc limit 1`,
    );
    const agent = 'Peramban kantor wali nagari';
    expect(acts).toEqual([{ actor: 'dedi', address: '127.0.0.1', agent, operation: 'honor.calculate' }]);
  });
});

describe('a job that waits', () => {
  /** Asks for a job behind one of somebody else's, ends what it needs, and lets both go on. */
  async function behindAnother(ask: () => Promise<Job>, end: () => Promise<void>): Promise<string> {
    let self = '';
    await whileCalculatingIsHeldUp(office.databaseUrl, async (holder) => {
      await asked(dedi, SIGUNTUR);
      await untilSomebodyWaitsFor(holder);
      ({ self } = await ask());
      await end();
    });
    await drained();
    return self;
  }

  async function imported(caller: Caller): Promise<Job> {
    const answer = await caller.send('post', '/api/v1/imports/roster', {
      file: { name: 'kader.csv', content: 'a' },
      query: { region: SIGUNTUR },
      headers: { prefer: 'respond-async' },
    });
    expect(answer.status).toBe(202);
    return answer.body as Job;
  }

  it('is not begun once its token was revoked', async () => {
    await office.grant('citra', 'operator', inRegion(SIGUNTUR));
    const citra = await office.signedIn('citra');
    const [kept, sync] = [
      await machine(citra, 'roster.import'),
      await machine(citra, 'roster.import', 'job.read'),
    ];
    const { items } = (await citra.get('/api/v1/own-tokens')).body as { items: { id: number }[] };
    const another = await behindAnother(
      () => imported(kept),
      () => Promise.resolve(),
    );
    expect((await citra.get(another)).body).toMatchObject({ state: 'done' });
    const self = await behindAnother(
      () => imported(sync),
      async () => {
        const revocation = await citra.send('delete', `/api/v1/own-tokens/${String(items.at(-1)?.id)}`);
        expect(revocation.status).toBe(204);
      },
    );
    expect((await citra.get(self)).body).toMatchObject({
      state: 'failed',
      problem: { code: 'job.token-ended', status: 403 },
    });
  });

  const notBegun = { state: 'failed', problem: { code: 'job.session-ended', status: 403 } };

  it('is not begun once the session it was asked in was ended, also by herself', async () => {
    const ended: readonly ((caller: Caller) => Promise<Response>)[] = [
      () => siti.send('delete', '/api/v1/users/citra/sessions'),
      (caller) => caller.send('delete', '/api/v1/sessions/current'),
    ];
    for (const end of ended) {
      office.clock.moveTo(new Date(office.clock.now().getTime() + 1000));
      const citra = await office.signedIn('citra');
      const self = await behindAnother(
        () => asked(citra, SIGUNTUR),
        async () => {
          expect((await end(citra)).status).toBeLessThan(300);
          office.clock.moveTo(new Date(office.clock.now().getTime() + 1000));
          await office.signedIn('citra');
        },
      );
      expect((await siti.get(self)).body).toMatchObject(notBegun);
    }
  });

  it('is begun when its session goes on under another token', async () => {
    const citra = await office.signedIn('citra');
    const self = await behindAnother(
      () => asked(citra, SIGUNTUR),
      async () => {
        const confirmed = await citra.post('/api/v1/sessions/current/confirmation', { password: PASSWORD });
        expect(confirmed.status).toBeLessThan(300);
      },
    );
    expect((await siti.get(self)).body).toMatchObject({ state: 'done' });
  });

  it('is not begun once its asker was deactivated, and may work again', async () => {
    const citra = await office.signedIn('citra');
    const self = await behindAnother(
      () => asked(citra, SIGUNTUR),
      async () => {
        for (const step of ['deactivation', 'reactivation']) {
          const answer = await siti.post(`/api/v1/users/citra/${step}`, { reason: 'keliru orang' });
          expect(answer.status).toBe(204);
        }
      },
    );
    expect((await siti.get(self)).body).toMatchObject(notBegun);
  });

  it('is not begun once its asker was deactivated', async () => {
    const budi = await office.signedIn('bayu');
    const self = await behindAnother(
      () => asked(budi, SIGUNTUR),
      async () => {
        const answer = await siti.post('/api/v1/users/bayu/deactivation', { reason: 'pensiun' });
        expect(answer.status).toBe(204);
      },
    );
    expect((await siti.get(self)).body).toMatchObject({
      state: 'failed',
      problem: { code: 'user.inactive' },
    });
  });
});

import type { Response } from 'supertest';
import { JobWorker } from '../../../src/modules/jobs/job-worker.service.js';
import type { Caller } from '../../support/caller.js';
import { httpOffice } from '../../support/http-app.js';
import { SITIUNG, SIGUNTUR } from '../../support/nagari.js';
import { aPayingNagari } from '../../support/payments.js';

interface Job {
  readonly id: number;
  readonly self: string;
}

const office = await httpOffice();
const codeOf = ({ status, body }: Response) => [status, (body as { code?: string }).code];
const drained = () => office.app.get(JobWorker).idle();
const inRegion = (code: string) => ({ kind: 'region', code }) as const;

await office.asSystem(() => aPayingNagari(office.app));
await office.people('anita', 'bayu', 'citra', 'siti');
await office.grant('siti', 'administrator', { kind: 'installation' });
const siti = await office.signedIn('siti', { secondFactor: true });

async function asked(caller: Caller, region: string): Promise<Job> {
  const wish = { region, months: ['2026-07'] };
  const answer = await caller.post('/api/v1/calculations', wish, { prefer: 'respond-async' });
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

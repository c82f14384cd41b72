import { randomUUID } from 'node:crypto';
import type { Response } from 'supertest';
import type { Caller } from '../../support/caller.js';
import { httpOffice, setUpSecondFactor } from '../../support/http-app.js';
import { minutesLater, PASSWORD } from '../../support/identity.js';
import { anOffice, SIGUNTUR, SITIUNG } from '../../support/nagari.js';

const office = await httpOffice();
const api = '/api/v1';
const tokens = `${api}/own-tokens`;
const codeOf = ({ status, body }: Response) => [status, (body as { code?: string }).code];

await office.asSystem(() => anOffice(office.app));
await office.people('rina', 'opik', 'wali', 'tari');
await office.grant('rina', 'administrator', { kind: 'installation' });
await office.grant('opik', 'operator', { kind: 'region', code: SITIUNG });
await office.grant('wali', 'approver', { kind: 'region', code: SITIUNG });
const opik = await office.signedIn('opik');

const make = (caller: Caller, wish: object) =>
  caller.post(tokens, { name: randomUUID(), operations: ['roster.read'], days: 30, ...wish });

async function machine(caller: Caller, ...operations: readonly string[]): Promise<Caller> {
  const made = await make(caller, { operations });
  expect(made.status).toBe(201);
  const bearer = office.caller();
  bearer.bearer = (made.body as { token: string }).token;
  return bearer;
}

describe('a token of my own', () => {
  it('is shown once, listed without its content, and revoked', async () => {
    const made = await make(opik, {
      name: 'sinkron Siskeudes',
      operations: ['roster.read', 'roster.import'],
    });
    expect(made.status).toBe(201);
    const { token, record } = made.body as { token: string; record: { id: number } };
    expect(record).toMatchObject({ name: 'sinkron Siskeudes', lastUsedAt: null });
    const listed = await opik.get(tokens);
    expect(listed.body).toMatchObject({ items: [{ id: record.id, name: 'sinkron Siskeudes' }] });
    expect(JSON.stringify(listed.body)).not.toContain(token);
    const bearer = office.caller();
    bearer.bearer = token;
    expect((await bearer.get(`${api}/reports/roster`, { region: SITIUNG })).status).toBe(200);
    const one = `${tokens}/${String(record.id)}`;
    const wali = await office.signedIn('wali');
    expect(codeOf(await wali.send('delete', one))).toEqual([404, 'identity.token-unknown']);
    expect((await opik.send('delete', one)).status).toBe(204);
    expect((await bearer.get(`${api}/reports/roster`, { region: SITIUNG })).status).toBe(401);
  });

  it.each([
    [{ operations: ['roster.hapus'] }, 422, 'identity.token-operation-unknown'],
    [{ operations: ['request.draft'] }, 422, 'identity.token-operation-in-person'],
    [{ operations: ['funding.import', 'user.read'] }, 403, 'identity.token-operation-not-held'],
    [{ operations: [] }, 422, 'identity.token-operations-empty'],
    [{ days: 367 }, 422, 'http.field-invalid'],
    [{ userId: 1 }, 422, 'http.field-unknown'],
  ] as const)('is not made for %j', async (wish, status, code) => {
    expect(codeOf(await make(opik, wish))).toEqual([status, code]);
  });

  it('wants a recent proof of who asks', async () => {
    const late = await office.signedIn('opik');
    office.clock.moveTo(minutesLater(office.clock.now(), 16));
    expect(codeOf(await make(late, {}))).toEqual([401, 'identity.confirm-again']);
    const confirmed = await late.post(`${api}/sessions/current/confirmation`, { password: PASSWORD });
    expect(confirmed.status).toBe(201);
    expect((await make(late, {})).status).toBe(201);
  });
});

describe('a machine with a token', () => {
  it('reads and brings data in, within the scope of its owner', async () => {
    const sync = await machine(await office.signedIn('opik'), 'roster.import', 'roster.read');
    const send = (region: string) => sync.upload(`${api}/imports/roster`, 'a.csv', 'a', { region });
    expect((await send(SITIUNG)).status).toBe(200);
    expect(codeOf(await send(SIGUNTUR))).toEqual([403, 'access.out-of-scope']);
    expect(codeOf(await sync.upload(`${api}/imports/activities`, 'a.csv', 'a', { region: SITIUNG }))).toEqual(
      [403, 'access.token-limited'],
    );
  });

  it('loses with its next request what its owner loses', async () => {
    const grant = await office.grant('tari', 'operator', { kind: 'region', code: SITIUNG });
    const sync = await machine(await office.signedIn('tari'), 'roster.read');
    expect((await sync.get(`${api}/reports/roster`, { region: SITIUNG })).status).toBe(200);
    const rina = await office.signedIn('rina', { secondFactor: true });
    const path = `${api}/users/grants/${String(grant)}/revocation`;
    expect((await rina.post(path, { reason: 'pindah' })).status).toBe(200);
    expect(codeOf(await sync.get(`${api}/reports/roster`, { region: SITIUNG }))).toEqual([
      403,
      'access.no-role',
    ]);
  });

  it('never gets at sessions, passwords, tokens or anything that wants a second factor', async () => {
    const owner = await office.signedIn('wali');
    await setUpSecondFactor(owner, office.clock);
    expect(codeOf(await make(owner, { operations: ['request.approve'] }))).toEqual([
      422,
      'identity.token-operation-in-person',
    ]);
    const sync = await machine(owner, 'roster.read');
    for (const path of [tokens, `${api}/sessions`, `${api}/sessions/current`, `${api}/own-second-factor`]) {
      expect(codeOf(await sync.get(path))).toEqual([401, 'access.not-signed-in']);
    }
    expect(codeOf(await sync.post(tokens, { name: 'x', operations: ['roster.read'], days: 1 }))).toEqual([
      401,
      'access.not-signed-in',
    ]);
  });
});

describe('new recovery codes', () => {
  it('replace the old ones, for whoever has just shown the second factor', async () => {
    const codes = `${api}/own-second-factor/recovery-codes`;
    const without = await office.signedIn('opik');
    expect(codeOf(await without.post(codes))).toEqual([403, 'identity.second-factor-needed']);
    await setUpSecondFactor(without, office.clock);
    const made = await without.post(codes);
    expect(made.status).toBe(201);
    const { recoveryCodes } = made.body as { recoveryCodes: string[] };
    expect(recoveryCodes).toHaveLength(10);
    const attempt = { username: 'opik', password: PASSWORD, code: recoveryCodes[0] };
    expect((await office.caller().post(`${api}/sessions`, attempt)).status).toBe(201);
    expect(codeOf(await office.caller().post(`${api}/sessions`, attempt))).toEqual([
      401,
      'identity.sign-in-refused',
    ]);
    expect((await without.get(`${api}/own-second-factor`)).body).toEqual({
      isConfirmed: true,
      recoveryCodesLeft: 9,
    });
    office.clock.moveTo(minutesLater(office.clock.now(), 16));
    expect(codeOf(await without.post(codes))).toEqual([401, 'identity.confirm-again']);
  });
});

describe('my sessions', () => {
  it('can all be ended but this one, and a changed password ends the others too', async () => {
    const [here, phone, desk] = [
      await office.signedIn('tari'),
      await office.signedIn('tari'),
      await office.signedIn('tari'),
    ];
    expect((await here.send('delete', `${api}/sessions`)).body).toEqual({ ended: 3 });
    for (const gone of [phone, desk]) expect((await gone.get(`${api}/sessions/current`)).status).toBe(401);
    expect((await here.get(`${api}/sessions/current`)).status).toBe(200);
    const again = await office.signedIn('tari');
    const body = { current: PASSWORD, password: 'empat kuda menyeberang jembatan' };
    expect((await here.send('put', `${api}/own-password`, { body })).status).toBe(200);
    expect((await again.get(`${api}/sessions/current`)).status).toBe(401);
    expect((await here.get(`${api}/sessions/current`)).status).toBe(200);
  });
});

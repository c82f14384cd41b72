import type { Response } from 'supertest';
import type { Caller } from '../../support/caller.js';
import { httpOffice } from '../../support/http-app.js';
import { minutesLater, PASSWORD } from '../../support/identity.js';
import { SITIUNG, anOffice } from '../../support/nagari.js';

const OIDC = {
  HONOR_OIDC_ISSUER: 'https://sso.dharmasrayakab.go.id/realms/asn',
  HONOR_OIDC_CLIENT_ID: 'honor',
  HONOR_OIDC_CLIENT_SECRET: 'rahasia',
  HONOR_OIDC_REDIRECT_URL: 'https://honor.dharmasrayakab.go.id/api/v1/oidc/callback',
};
const office = await httpOffice({ environment: OIDC });
const api = '/api/v1';
const codeOf = ({ status, body }: Response) => [status, (body as { code?: string }).code];
const reason = { reason: 'pindah tugas' };

await office.asSystem(() => anOffice(office.app));
await office.people('rina', 'tuti', 'dini', 'yuni', 'mira', 'inspektur', 'lain');
for (const username of ['rina', 'tuti', 'yuni']) {
  await office.grant(username, 'administrator', { kind: 'installation' });
}
await office.grant('inspektur', 'auditor', { kind: 'region', code: '13.10' });
for (const username of ['dini', 'mira']) {
  await office.grant(username, 'operator', { kind: 'region', code: SITIUNG });
}
const rina = await office.signedIn('rina', { secondFactor: true });
const auditor = await office.signedIn('inspektur');
const other = await office.signedIn('lain');

/** A machine with a token of whoever is signed in. */
async function machineOf(caller: Caller, ...operations: readonly string[]): Promise<Caller> {
  const made = await caller.post(`${api}/own-tokens`, { name: operations.join(), operations, days: 30 });
  expect(made.status).toBe(201);
  const machine = office.caller();
  machine.bearer = (made.body as { token: string }).token;
  return machine;
}

describe('deactivating', () => {
  it('shuts out sessions and tokens with their very next request; activating brings none back', async () => {
    const dini = await office.signedIn('dini');
    const machine = await machineOf(dini, 'roster.read');
    expect((await machine.get(`${api}/reports/roster`, { region: SITIUNG })).status).toBe(200);
    expect((await rina.post(`${api}/users/dini/deactivation`, reason)).status).toBe(204);
    const shut = async () => {
      expect((await dini.get(`${api}/sessions/current`)).status).toBe(401);
      expect((await machine.get(`${api}/reports/roster`, { region: SITIUNG })).status).toBe(401);
    };
    await shut();
    const attempt = { username: 'dini', password: PASSWORD };
    expect((await office.caller().post(`${api}/sessions`, attempt)).status).toBe(401);
    expect((await rina.get(`${api}/users/dini`)).body).toMatchObject({ username: 'dini', isActive: false });
    expect(codeOf(await rina.post(`${api}/users/dini/deactivation`, reason))).toEqual([
      409,
      'identity.user-inactive',
    ]);
    expect((await rina.post(`${api}/users/dini/reactivation`, reason)).status).toBe(204);
    await shut();
    expect((await office.signedIn('dini')).cookie).toBeDefined();
  });

  it('is for another administrator only', async () => {
    expect(codeOf(await rina.post(`${api}/users/rina/deactivation`, reason))).toEqual([
      403,
      'identity.needs-another-person',
    ]);
    expect(codeOf(await other.post(`${api}/users/dini/deactivation`, reason))).toEqual([
      403,
      'access.no-role',
    ]);
    const tuti = await office.signedIn('tuti');
    expect(codeOf(await tuti.post(`${api}/users/dini/deactivation`, reason))).toEqual([
      403,
      'access.second-factor',
    ]);
    expect(codeOf(await rina.post(`${api}/users/dini/deactivation`, {}))).toEqual([
      422,
      'http.field-invalid',
    ]);
    expect(codeOf(await rina.get(`${api}/users/tiada`))).toEqual([404, 'user.unknown']);
  });
});

describe('a second factor that was lost', () => {
  it('is taken away by another administrator, with every session of whom it was', async () => {
    const yuni = await office.signedIn('yuni', { secondFactor: true });
    expect((await yuni.get(`${api}/own-second-factor`)).body).toEqual({
      isConfirmed: true,
      recoveryCodesLeft: 10,
    });
    expect(codeOf(await yuni.post(`${api}/users/yuni/second-factor-reset`, reason))).toEqual([
      403,
      'identity.needs-another-person',
    ]);
    expect((await rina.get(`${api}/users/yuni`)).body).toMatchObject({ hasSecondFactor: true });
    expect((await rina.post(`${api}/users/yuni/second-factor-reset`, reason)).status).toBe(204);
    expect((await yuni.get(`${api}/sessions/current`)).status).toBe(401);
    expect((await rina.get(`${api}/users/yuni`)).body).toMatchObject({ hasSecondFactor: false });
    const again = await office.signedIn('yuni');
    expect(codeOf(await again.post(`${api}/users`, {}))).toEqual([403, 'access.second-factor']);
  });
});

describe('the sessions of somebody', () => {
  it('are seen by administrators and auditors, and ended by administrators', async () => {
    const [phone, desk] = [await office.signedIn('mira'), await office.signedIn('mira')];
    const sessions = `${api}/users/mira/sessions`;
    const { items } = (await auditor.get(sessions)).body as { items: { id: number }[] };
    expect(items).toHaveLength(2);
    expect(codeOf(await other.get(sessions))).toEqual([403, 'access.no-role']);
    expect(codeOf(await auditor.send('delete', sessions))).toEqual([403, 'access.no-role']);
    const one = `${sessions}/${String(items[0]?.id)}`;
    expect((await rina.send('delete', one)).status).toBe(204);
    expect((await phone.get(`${api}/sessions/current`)).status).toBe(401);
    expect((await desk.get(`${api}/sessions/current`)).status).toBe(200);
    expect(codeOf(await rina.send('delete', one))).toEqual([404, 'identity.session-unknown']);
    expect((await rina.send('delete', sessions)).body).toEqual({ ended: 1 });
    expect((await desk.get(`${api}/sessions/current`)).status).toBe(401);
  });

  it('are not reached through somebody else', async () => {
    const mira = await office.signedIn('mira');
    const { items } = (await mira.get(`${api}/sessions`)).body as { items: { id: number }[] };
    const id = String(items[0]?.id);
    expect(codeOf(await other.send('delete', `${api}/sessions/${id}`))).toEqual([
      404,
      'identity.session-unknown',
    ]);
    expect(codeOf(await rina.send('delete', `${api}/users/dini/sessions/${id}`))).toEqual([
      404,
      'identity.session-unknown',
    ]);
    expect((await mira.get(`${api}/sessions/current`)).status).toBe(200);
  });
});

describe('the tokens of somebody', () => {
  it('are seen and revoked by administrators; the machine is out with its next request', async () => {
    const machine = await machineOf(await office.signedIn('dini'), 'roster.read', 'report.read');
    const tokens = `${api}/users/dini/tokens`;
    const { items } = (await rina.get(tokens)).body as { items: { id: number }[] };
    expect(items).toMatchObject([{ operations: ['report.read', 'roster.read'] }]);
    expect(JSON.stringify(items)).not.toContain(machine.bearer);
    const one = String(items[0]?.id);
    expect(codeOf(await auditor.send('delete', `${tokens}/${one}`))).toEqual([403, 'access.no-role']);
    expect(codeOf(await rina.send('delete', `${api}/users/mira/tokens/${one}`))).toEqual([
      404,
      'identity.token-unknown',
    ]);
    expect((await machine.get(`${api}/reports/roster`, { region: SITIUNG })).status).toBe(200);
    expect((await rina.send('delete', `${tokens}/${one}`)).status).toBe(204);
    expect((await machine.get(`${api}/reports/roster`, { region: SITIUNG })).status).toBe(401);
  });
});

describe('what everybody may do', () => {
  it('is listed page by page', async () => {
    const ids: number[] = [];
    let cursor: string | undefined;
    do {
      const page = (await auditor.get(`${api}/grants`, { limit: 4, cursor })).body as {
        items: { id: number }[];
        next?: string;
      };
      ids.push(...page.items.map(({ id }) => id));
      cursor = page.next;
    } while (cursor !== undefined);
    expect(ids).toEqual([...new Set(ids)].sort((one, next) => one - next));
    expect(ids.length).toBeGreaterThanOrEqual(6);
    expect(codeOf(await other.get(`${api}/grants`))).toEqual([403, 'access.no-role']);
  });
});

describe('the account at an identity provider', () => {
  it('is connected by another administrator; sessions end with the connection', async () => {
    const dini = await office.signedIn('dini');
    const link = `${api}/users/dini/oidc-link`;
    const body = { subject: 's-1' };
    expect(codeOf(await dini.send('put', link, { body }))).toEqual([403, 'access.no-role']);
    expect(codeOf(await rina.send('put', `${api}/users/rina/oidc-link`, { body }))).toEqual([
      403,
      'identity.needs-another-person',
    ]);
    expect((await rina.send('put', link, { body })).status).toBe(204);
    expect(codeOf(await rina.send('put', `${api}/users/mira/oidc-link`, { body }))).toEqual([
      409,
      'identity.oidc-link-taken',
    ]);
    expect((await rina.send('delete', link)).status).toBe(204);
    expect((await dini.get(`${api}/sessions/current`)).status).toBe(401);
    expect(codeOf(await rina.send('delete', link))).toEqual([404, 'identity.oidc-link-missing']);
  });
});

describe('whoever gives somebody a way in', () => {
  it('gives herself none: by a link the old password is not asked for', async () => {
    expect(codeOf(await rina.post(`${api}/users/rina/links`))).toEqual([
      403,
      'identity.needs-another-person',
    ]);
    expect((await rina.post(`${api}/users/mira/links`)).status).toBe(201);
  });

  it('has shown a short while ago who she is', async () => {
    const yuni = await office.signedIn('yuni', { secondFactor: true });
    office.clock.moveTo(minutesLater(office.clock.now(), 16));
    const grant = { role: 'operator', region: SITIUNG, basis: 'SK Wali Nagari 3/2026' };
    const subject = { subject: '0a1b-mira' };
    const asks = () => [
      yuni.post(`${api}/users/mira/links`),
      yuni.post(`${api}/users/lain/grants`, grant),
      yuni.post(`${api}/users/mira/second-factor-reset`, reason),
      yuni.send('put', `${api}/users/mira/oidc-link`, { body: subject }),
    ];
    for (const answer of await Promise.all(asks())) {
      expect(codeOf(answer)).toEqual([401, 'identity.confirm-again']);
    }
    // Taking away is not held up.
    expect((await yuni.send('delete', `${api}/users/mira/sessions`)).status).toBe(200);
    const fresh = await office.signedIn('tuti', { secondFactor: true });
    expect((await fresh.post(`${api}/users/lain/grants`, grant)).status).toBe(201);
  });
});

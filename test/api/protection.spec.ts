import { randomUUID } from 'node:crypto';
import type { Response } from 'supertest';
import { DataSource } from 'typeorm';
import { AccessTokensService } from '../../src/modules/identity/access-tokens.service.js';
import { cookiesOf } from '../support/caller.js';
import { httpOffice, setUpSecondFactor } from '../support/http-app.js';
import { actorOf, ORIGIN, PASSWORD } from '../support/identity.js';

const office = await httpOffice();
const users = '/api/v1/users';
const current = '/api/v1/sessions/current';
const person = (username: string) => ({ username, fullName: 'Nama', position: 'Staf' });
const codeOf = (answer: Response) => [answer.status, (answer.body as { code?: string }).code];

await office.people('ani', 'budi', 'cici', 'dedi', 'eka', 'feri', 'gina');
for (const username of ['ani', 'budi', 'feri'])
  await office.grant(username, 'administrator', { kind: 'installation' });
const ani = await office.signedIn('ani', { secondFactor: true });

describe('what is asked wrongly is refused as problem details', () => {
  it.each([
    ['a route that is not there', () => ani.get('/api/v1/tiada'), 404, 'http.no-route'],
    ['an address outside the API', () => ani.get('/tiada'), 404, 'http.no-route'],
    ['an address that breaks off', () => ani.get('/api/v1/users/%zz/grants'), 422, 'http.unreadable'],
    ['a control character in a name', () => ani.get('/api/v1/users/x%00y/grants'), 422, 'http.field-invalid'],
    [
      'a line break in a name',
      () => ani.get('/api/v1/users/x%0d%0aset-cookie:a/grants'),
      422,
      'http.field-invalid',
    ],
    [
      'a number beyond the database',
      () => ani.post(`${users}/grants/99999999999/revocation`, { reason: 'x' }),
      422,
      'http.field-invalid',
    ],
    [
      'a word for a number',
      () => ani.post(`${users}/grants/abc/revocation`, { reason: 'x' }),
      422,
      'http.field-invalid',
    ],
    [
      'JSON that breaks off',
      () => ani.send('post', users, { body: '{"username": ' }),
      422,
      'http.unreadable',
    ],
    ['a list for an object', () => ani.send('post', users, { body: '[]' }), 422, 'http.unreadable'],
    [
      'a body of more than a megabyte',
      () => ani.post(users, person('x'.repeat(1_100_000))),
      413,
      'http.too-large',
    ],
    [
      'a file of more than twenty megabytes',
      () => ani.upload('/api/v1/imports/regions', 'a.csv', Buffer.alloc(21 * 2 ** 20)),
      413,
      'http.too-large',
    ],
    [
      'a field that is not there',
      () => ani.post(users, { ...person('gita'), roles: ['administrator'] }),
      422,
      'http.field-unknown',
    ],
    ['a field that is missing', () => ani.post(users, { username: 'gita' }), 422, 'http.field-invalid'],
    ['a cursor of somebody else', () => ani.get(users, { cursor: 'zz' }), 422, 'http.cursor-unreadable'],
    ['a user who is not there', () => ani.get(`${users}/tiada/grants`), 404, 'user.unknown'],
    ['a file that is not there', () => ani.post('/api/v1/imports/regions'), 422, 'http.file-needed'],
    [
      'a file of another kind',
      () => ani.upload('/api/v1/imports/regions', 'a.exe', 'x'),
      422,
      'http.file-kind',
    ],
  ] as const)('%s', async (_, ask, status, code) => {
    const answer = await ask();
    expect(answer.type).toBe('application/problem+json');
    expect(codeOf(answer)).toEqual([status, code]);
  });

  it('and says how to sign in when that is what is missing', async () => {
    const answer = await office.caller().get(users);
    expect(codeOf(answer)).toEqual([401, 'access.not-signed-in']);
    expect(answer.headers['www-authenticate']).toBe('Bearer realm="honor"');
  });

  it('and never uses the name of a file as a path', async () => {
    const answer = await ani.upload('/api/v1/imports/regions', '../../../../tmp/jahat.csv', 'a');
    expect(answer.status).toBe(200);
    expect(JSON.stringify(answer.body)).not.toContain('jahat');
  });
});

describe('an Idempotency-Key', () => {
  const add = (key: string | undefined, username: string) =>
    ani.post(users, person(username), { 'idempotency-key': key });

  it('is needed for every act', async () => {
    expect(codeOf(await add(undefined, 'hani'))).toEqual([422, 'http.key-needed']);
    expect(codeOf(await add('pendek', 'hani'))).toEqual([422, 'http.key-needed']);
  });

  it('gives the first answer again, and is refused for another request', async () => {
    const key = randomUUID();
    const [first, again] = [await add(key, 'hani'), await add(key, 'hani')];
    expect([first.status, again.status, again.headers['idempotent-replayed']]).toEqual([201, 201, 'true']);
    expect(again.body).toEqual(first.body);
    expect(codeOf(await add(key, 'indah'))).toEqual([422, 'http.key-reused']);
  });

  it('lets one of two act who come at the same moment', async () => {
    const key = randomUUID();
    const answers = await Promise.all([add(key, 'joko'), add(key, 'joko'), add(key, 'joko')]);
    const acted = answers.filter(
      ({ status, headers }) => status === 201 && headers['idempotent-replayed'] === undefined,
    );
    expect(acted).toHaveLength(1);
    const others = answers.filter((answer) => !acted.includes(answer)).map(({ status }) => status);
    expect(others.filter((status) => status !== 201 && status !== 409)).toEqual([]);
  });

  it('may be used again after a refusal', async () => {
    const key = randomUUID();
    const send = () =>
      ani.post(`${users}/kiki/grants`, { role: 'administrator', basis: 'SK 1' }, { 'idempotency-key': key });
    expect(codeOf(await send())).toEqual([404, 'user.unknown']);
    await add(randomUUID(), 'kiki');
    expect((await send()).status).toBe(201);
  });

  it('tells files apart by what is in them', async () => {
    const headers = { 'idempotency-key': randomUUID() };
    const send = (content: string) =>
      ani.send('post', '/api/v1/imports/regions', { file: { name: 'a.csv', content }, headers });
    expect((await send('aaa')).status).toBe(200);
    expect(codeOf(await send('bbb'))).toEqual([422, 'http.key-reused']);
    expect((await send('aaa')).headers['idempotent-replayed']).toBe('true');
  });
});

describe('a session', () => {
  it('gets a new token at every gain of rights; the one before is dead', async () => {
    const budi = office.caller();
    budi.cookie = 'honor=ditanam-orang-lain';
    await budi.post('/api/v1/sessions', { username: 'budi', password: PASSWORD });
    const afterSignIn = budi.stolen();
    expect(afterSignIn.cookie).not.toContain('ditanam');
    expect((await afterSignIn.get(current)).status).toBe(200);
    const code = await setUpSecondFactor(budi, office.clock);
    expect((await afterSignIn.get(current)).status).toBe(401);
    const afterSecondFactor = budi.stolen();
    const password = 'empat kuda menyeberang jembatan';
    const change = { current: PASSWORD, password };
    expect((await budi.send('put', '/api/v1/own-password', { body: change })).status).toBe(401);
    const changed = await budi.send('put', '/api/v1/own-password', { body: { ...change, code: code(30) } });
    expect(changed.status).toBe(200);
    expect((await afterSecondFactor.get(current)).status).toBe(401);
    expect((await budi.get(current)).status).toBe(200);
  });

  it('takes no change without its own CSRF token', async () => {
    const [cici, dedi] = [await office.signedIn('cici'), await office.signedIn('dedi')];
    const path = '/api/v1/own-second-factor';
    for (const token of [undefined, '', 'palsu', dedi.csrfToken]) {
      expect(codeOf(await cici.post(path, {}, { 'x-csrf-token': token }))).toEqual([403, 'http.csrf']);
    }
    expect((await cici.post(path)).status).toBe(201);
    const before = cici.csrfToken;
    await cici.post('/api/v1/sessions', { username: 'cici', password: PASSWORD });
    expect(codeOf(await cici.post(path, {}, { 'x-csrf-token': before }))).toEqual([403, 'http.csrf']);
  });

  it('takes no change that the page of another site sends, also no sign-in', async () => {
    for (const [path, site] of [
      ['/api/v1/sessions', 'cross-site'],
      [users, 'same-site'],
      ['/tiada', 'cross-site'],
    ] as const) {
      expect(codeOf(await ani.post(path, {}, { 'sec-fetch-site': site }))).toEqual([403, 'http.csrf']);
    }
  });

  it('is refused two cookies of one name', async () => {
    const thief = ani.stolen();
    thief.cookie = `${ani.cookie ?? ''}; honor=lain`;
    expect((await thief.get(current)).status).toBe(401);
  });

  it('loses a right with the next request after it was revoked', async () => {
    const feri = await office.signedIn('feri', { secondFactor: true });
    expect((await feri.get(users)).status).toBe(200);
    const { items } = (await ani.get(`${users}/feri/grants`)).body as { items: { id: number }[] };
    await ani.post(`${users}/grants/${String(items[0]?.id)}/revocation`, { reason: 'pindah tugas' });
    expect(codeOf(await feri.get(users))).toEqual([403, 'access.no-role']);
  });

  it('ends when its holder signs out', async () => {
    const dedi = await office.signedIn('dedi');
    const before = dedi.stolen();
    const answer = await dedi.send('delete', current);
    expect([answer.status, cookiesOf(answer)]).toEqual([204, [expect.stringContaining('honor=; ')]]);
    expect((await before.get(current)).status).toBe(401);
  });
});

describe('a token of a machine', () => {
  it('asks what it was made for, and nothing else; no session either', async () => {
    const { userId } = await actorOf(office.app, 'ani');
    const wish = { name: 'rekap', operations: ['user.read'], expiresAt: new Date('2026-11-01T00:00:00Z') };
    const by = { ...ORIGIN, userId };
    const made = await office.asSystem(() => office.app.get(AccessTokensService).create(userId, wish, by));
    const machine = office.caller();
    machine.bearer = made.token;
    expect((await machine.get(users)).status).toBe(200);
    expect(codeOf(await machine.post(users, person('lala')))).toEqual([403, 'access.token-limited']);
    expect(codeOf(await machine.get('/api/v1/sessions'))).toEqual([401, 'access.not-signed-in']);
    machine.bearer = `${made.token}x`;
    expect((await machine.get(users)).status).toBe(401);
  });
});

describe('an answer that is kept', () => {
  it('is sealed', async () => {
    const answer = await ani.post(`${users}/dedi/links`);
    const { token } = answer.body as { token: string };
    const kept = await office.app
      .get(DataSource)
      .query<{ held: string }[]>(`select encode(answer, 'escape') as held from idempotent_request`);
    expect(kept.length).toBeGreaterThan(0);
    expect(kept.filter(({ held }) => held.includes(token))).toEqual([]);
  });
});

describe('guessing', () => {
  it('is answered alike for somebody unknown, and held back after a while', async () => {
    const guess = (username: string) =>
      office.caller().post('/api/v1/sessions', { username, password: 'salah sekali ini' });
    const [known, unknown] = [await guess('eka'), await guess('tidak-ada')];
    expect(known.body).toEqual(unknown.body);
    expect(codeOf(known)).toEqual([401, 'identity.sign-in-refused']);
    let last = known;
    for (let tries = 0; tries < 12 && last.status === 401; tries += 1) last = await guess('eka');
    expect(codeOf(last)).toEqual([429, 'identity.sign-in-blocked']);
    expect(Number(last.headers['retry-after'])).toBeGreaterThan(0);
  });

  it('by a stranger keeps nobody out of her session, nor of the browser she used', async () => {
    const gina = await office.signedIn('gina');
    const cookies = cookiesOf(await gina.post('/api/v1/sessions', { username: 'gina', password: PASSWORD }));
    const device = cookies.find((line) => line.startsWith('honor-device='));
    expect(device).toMatch(/; HttpOnly; SameSite=Strict$/);
    const from = (cookie?: string) =>
      office.caller().post('/api/v1/sessions', { username: 'gina', password: PASSWORD }, { cookie });
    for (let tries = 0; tries < 12; tries += 1) {
      await office.caller().post('/api/v1/sessions', { username: 'gina', password: 'salah sekali ini' });
    }
    expect(codeOf(await from())).toEqual([429, 'identity.sign-in-blocked']);
    expect((await from(device?.split(';')[0])).status).toBe(201);
    expect((await gina.post(`${current}/confirmation`, { password: PASSWORD })).status).toBe(201);
    const change = { current: PASSWORD, password: 'empat kuda menyeberang jembatan' };
    expect((await gina.send('put', '/api/v1/own-password', { body: change })).status).toBe(200);
  });
});

describe('lists', () => {
  it('come in pages that neither lose nor repeat anybody', async () => {
    const names: string[] = [];
    let cursor: string | undefined;
    do {
      const query = { limit: 2, ...(cursor !== undefined && { cursor }) };
      const page = (await ani.get(users, query)).body as { items: { username: string }[]; next?: string };
      names.push(...page.items.map(({ username }) => username));
      cursor = page.next;
    } while (cursor !== undefined);
    const { items } = (await ani.get(users)).body as { items: { username: string }[] };
    expect(names).toEqual(items.map(({ username }) => username));
  });
});

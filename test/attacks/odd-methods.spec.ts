import type { Caller, Method } from '../support/caller.js';
import { httpOffice } from '../support/http-app.js';
import { RawConnection } from '../support/raw-request.js';

const office = await httpOffice();
await office.people('ani', 'budi', 'cici');
for (const username of ['ani', 'budi']) {
  await office.grant(username, 'administrator', { kind: 'installation' });
}
const ani = await office.signedIn('ani', { secondFactor: true });
const current = '/api/v1/sessions/current';

const overrides = (method: string) => ({
  'x-http-method-override': method,
  'x-http-method': method,
  'x-method-override': method,
});

async function isSignedIn(caller: Caller): Promise<boolean> {
  return (await caller.get(current)).status === 200;
}

describe('another method beside that of the request', () => {
  it('is not what is done: a sign-out stays a question', async () => {
    for (const method of ['get', 'head', 'options'] as const) {
      await ani.send(method, current, { headers: overrides('DELETE') });
      await ani.send(method, current, { query: { _method: 'DELETE' } });
      await ani.send(method, `${current}/confirmation`, { headers: overrides('POST') });
    }
    expect(await isSignedIn(ani)).toBe(true);
    const posted = await ani.post(current, {}, overrides('DELETE'));
    expect(posted.status).toBe(404);
    expect(await isSignedIn(ani)).toBe(true);
  });

  it('needs no less: a change that says it is a question wants its token all the same', async () => {
    const headers = { ...overrides('GET'), 'x-csrf-token': undefined };
    const forged = await ani.send('post', '/api/v1/users', { body: {}, headers });
    expect([forged.status, (forged.body as { code: string }).code]).toEqual([403, 'http.csrf']);
  });

  it('is no field of any form', async () => {
    const body = { username: 'ani', password: 'x', _method: 'delete' };
    const answer = await ani.post('/api/v1/sessions', body);
    expect([answer.status, (answer.body as { code: string }).code]).toEqual([422, 'http.field-unknown']);
    const queried = await ani.send('post', current, { query: { _method: 'delete' } });
    expect(queried.status).toBe(404);
    expect(await isSignedIn(ani)).toBe(true);
  });
});

describe('a method that no route has', () => {
  it.each(['TRACE', 'PROPFIND', 'PATCH', 'MKCOL', 'LINK', 'PURGE', 'SEARCH', 'QUERY'])(
    'finds nobody, and repeats nothing of what came with it: %s',
    async (method) => {
      const connection = await RawConnection.to(office.url);
      const { host } = new URL(office.url);
      connection.write(
        `${method} /api/v1/users HTTP/1.1\r\nHost: ${host}\r\nCookie: ${ani.cookie ?? ''}\r\nX-Rahasia: gula\r\nConnection: close\r\n\r\n`,
      );
      const text = await connection.untilClosed();
      expect(text).toMatch(/^HTTP\/1\.1 (404 Not Found|400 Bad Request)\r\n/);
      expect(text).toContain('Content-Type: application/problem+json');
      expect(text).not.toMatch(/gula|honor=/);
    },
  );
});

describe('a question', () => {
  it.each<[Method, string]>([
    ['head', '/api/v1/users/cici/deactivation'],
    ['get', '/api/v1/users/cici/deactivation'],
    ['options', '/api/v1/users/cici/deactivation'],
    ['head', '/api/v1/own-tokens/1'],
    ['head', '/keluar'],
    ['get', '/keluar'],
  ])('does nothing where there are only changes: %s %s', async (method, path) => {
    const { status } = await ani.send(method, path, { query: { reason: 'pindah' } });
    expect([200, 404]).toContain(status);
    expect(await isSignedIn(ani)).toBe(true);
    expect((await ani.get('/api/v1/users/cici')).body).toMatchObject({ isActive: true });
  });

  it('is answered by what its address says, whatever its body says', async () => {
    const asked = await ani.send('get', '/api/v1/users', { query: { limit: 1 }, body: { limit: 3 } });
    expect((asked.body as { items: unknown[] }).items).toHaveLength(1);
    const broken = await ani.send('get', '/api/v1/users', { body: '{"limit": ' });
    expect([broken.status, (broken.body as { code: string }).code]).toEqual([422, 'http.unreadable']);
  });

  it('about the head alone shows no more than the question itself', async () => {
    const [whole, head] = [await ani.get('/api/v1/users'), await ani.send('head', '/api/v1/users')];
    expect([head.status, head.headers['content-length']]).toEqual([200, whole.headers['content-length']]);
    expect((await office.caller().send('head', '/api/v1/users')).status).toBe(401);
    expect((await (await office.signedIn('cici')).send('head', '/api/v1/users')).status).toBe(403);
  });
});

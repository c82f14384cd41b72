import type { Response } from 'supertest';
import type { ApiDocument } from '../support/api-client.js';
import { BAD_TEXTS, NEVER_KEPT, textFields } from '../support/bad-texts.js';
import type { Caller, Sent } from '../support/caller.js';
import { httpOffice } from '../support/http-app.js';
import { documentedRoutes, plainWish, type DocumentedRoute, type Wish } from '../support/route-wishes.js';
import { twoOffices } from '../support/two-offices.js';
import { wholeBodies } from '../support/whole-bodies.js';

const office = await httpOffice();
const [own] = await twoOffices(office);
await office.people('dina', 'gita');
await office.grant('dina', 'administrator', { kind: 'installation' });
const grantId = await office.grant('gita', 'operator', { kind: 'region', code: own.region });
const administrator = await office.signedIn('dina', { secondFactor: true });
const document = (await office.caller().get('/api/openapi.json')).body as ApiDocument;
const routes = documentedRoutes(document).filter(
  (route) => textFields(route, plainWish(route, own)).length > 0,
);

describe('a text that no field is made for', () => {
  it.each(routes.map((route) => [route.operation.operationId, route] as const))(
    'makes no error of ours, nor is what nobody can read kept, in %s',
    async (id, route) => {
      const wish = await wholeWish(id, route);
      const faults: string[] = [];
      for (const field of textFields(route, wish)) {
        for (const [about, text] of Object.entries(BAD_TEXTS)) {
          const { path, sent } = field.with(text);
          const { status } = await whoeverMay(route, path, sent);
          const isKept = status < 400 && field.name.startsWith('body') && NEVER_KEPT.includes(about);
          if (status >= 500 || isKept) faults.push(`${field.name}: ${about}: ${String(status)}`);
        }
      }
      expect(faults).toEqual([]);
    },
  );

  it('was sent by people who were signed in all the while', async () => {
    const asked = (caller: Caller) => caller.get('/api/v1/sessions');
    expect((await asked(own.caller)).status).toBe(200);
    expect((await asked(administrator)).status).toBe(200);
  });
});

describe('words over HTTP', () => {
  const users = '/api/v1/users';

  it('are kept as they are read: nothing turns a name round or hides in it', async () => {
    const fullName = 'Ani\u202einamur\u202c Mar\u200blina\ufeff';
    const made = await administrator.post(users, { username: 'anim', fullName, position: 'Staf\u2066' });
    expect([made.status, made.body]).toMatchObject([
      201,
      { fullName: 'Aniinamur Marlina', position: 'Staf' },
    ]);
  });

  it('say something where they are compulsory', async () => {
    for (const reason of ['\u200b', ' - ', '...', '\u2800', '\u3164']) {
      const answer = await administrator.post(`${users}/gita/deactivation`, { reason });
      expect([reason, answer.status, answer.body]).toMatchObject([
        reason,
        422,
        { code: 'http.field-invalid', facts: { field: 'reason' } },
      ]);
    }
  });

  it('are none in a password, of which nothing is taken away', async () => {
    const family = '\u{1f468}\u200d\u{1f469}\u200d\u{1f467} makan rendang';
    const { token } = (await administrator.post(`${users}/gita/links`)).body as { token: string };
    expect((await office.caller().post(`/api/v1/links/${token}`, { password: family })).status).toBe(201);
    const signIn = (password: string) =>
      office.caller().post('/api/v1/sessions', { username: 'gita', password });
    expect((await signIn(family)).status).toBe(201);
    expect((await signIn(family.replaceAll('\u200d', ''))).status).toBe(401);
  });
});

/** What an administrator may ask the office may not, and the other way round. */
async function whoeverMay({ method }: DocumentedRoute, path: string, sent: Sent): Promise<Response> {
  const answer = await own.caller.send(method, path, sent);
  return answer.status === 403 ? administrator.send(method, path, sent) : answer;
}

/** A request that gets as far as a text can: about what the office has, and of people about nobody who asks. */
async function wholeWish(id: string, route: DocumentedRoute): Promise<Wish> {
  const about = id.startsWith('User') ? { ...own, username: 'gita', grantId, tokenId: 0, sessionId: 0 } : own;
  const who = id === 'KaderAccounts.record' ? { ...about, kaderId: own.deadKaderId } : about;
  const wish = plainWish(route, who);
  const body = wholeBodies[id]?.(who);
  const seen = /\/(requests|overpayments)\/\{id\}\//.test(route.path) ? await versionOf(wish.path) : '"x"';
  const headers = { 'If-Match': seen };
  return { ...wish, sent: { ...wish.sent, headers, ...(body !== undefined && { body }) } };
}

async function versionOf(path: string): Promise<string | undefined> {
  const answer = await own.caller.get(path.split('/').slice(0, 5).join('/'));
  return answer.headers.etag;
}

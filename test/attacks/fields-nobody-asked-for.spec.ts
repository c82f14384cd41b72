import type { Response } from 'supertest';
import type { ApiDocument } from '../support/api-client.js';
import { httpOffice } from '../support/http-app.js';
import { SITIUNG } from '../support/nagari.js';
import { documentedRoutes, plainWish } from '../support/route-wishes.js';
import { twoOffices } from '../support/two-offices.js';

/** What records have that nobody may say of them, and what would reach into the program. */
const UNASKED = {
  id: 1,
  state: 'approved',
  status: 'approved',
  userId: 1,
  by: 'datuk',
  role: 'administrator',
  roles: ['administrator'],
  approvedBy: 1,
  preparedBy: 1,
  createdAt: '2020-01-01T00:00:00Z',
  isNew: false,
  amountPaid: 1,
  hasSecondFactor: true,
  _csrf: 'x',
  toString: 'x',
};

interface Problem {
  readonly code: string;
  readonly facts: { readonly field?: string };
}

const office = await httpOffice();
const [own] = await twoOffices(office);
await office.people('dina', 'eni');
await office.grant('dina', 'administrator', { kind: 'installation' });
const administrator = await office.signedIn('dina', { secondFactor: true });
const document = (await office.caller().get('/api/openapi.json')).body as ApiDocument;
const writing = documentedRoutes(document).filter(({ fields }) =>
  fields.some(({ place }) => place === 'body'),
);
const asking = documentedRoutes(document).filter(({ fields }) =>
  fields.some(({ place }) => place === 'query'),
);
const named = (some: typeof writing) => some.map((route) => [route.operation.operationId, route] as const);

describe('a field that nobody asked for', () => {
  it.each(named(writing))('is refused by %s', async (_, route) => {
    const { path, sent } = plainWish(route, own);
    const known = route.fields.filter(({ place }) => place === 'body').map(({ name }) => name);
    for (const [name, value] of Object.entries(UNASKED)) {
      if (known.includes(name)) continue;
      const body = { ...(sent.body as object), [name]: value };
      const answers = await both(route.method, path, { ...sent, body, headers: { 'If-Match': '"x"' } });
      expect([name, answers.some((answer) => unknownFields(answer).includes(name))]).toEqual([name, true]);
      expect([name, answers.filter(({ status }) => status < 400)]).toEqual([name, []]);
    }
  });

  it.each(named(asking))('is refused in the query of %s', async (_, route) => {
    const { path, sent } = plainWish(route, own);
    const answers = await both(route.method, path, { ...sent, query: { ...sent.query, userId: 1 } });
    expect(answers.some((answer) => unknownFields(answer).includes('userId'))).toBe(true);
  });

  it.each(named(asking))('makes no list of a field of %s', async (_, route) => {
    const { path, sent } = plainWish(route, own);
    const given = Object.entries((sent.query ?? {}) as Record<string, string>);
    const [name, value] = given[0] ?? (['cursor', 'x'] as const);
    const query = `${name}=${encodeURIComponent(value)}&${name}=lain`;
    const answers = await both(route.method, `${path}?${query}`, { body: sent.body });
    expect(answers.filter(({ status }) => status < 400 || status >= 500)).toEqual([]);
  });
});

describe('names that would reach into every object', () => {
  it.each([
    '{"__proto__":{"hasSecondFactor":true}}',
    '{"constructor":{"prototype":{"x":1}}}',
    '{"prototype":1}',
  ])('are refused: %s', async (text) => {
    const person = '"username":"gita","fullName":"Gita","position":"Staf"';
    const answer = await administrator.send('post', '/api/v1/users', { body: `{${person},${text.slice(1)}` });
    expect([answer.status, (answer.body as { code: string }).code]).toEqual([422, 'http.field-unknown']);
    expect(({} as { hasSecondFactor?: boolean; x?: number }).hasSecondFactor).toBeUndefined();
  });

  it.each(['__proto__[hasSecondFactor]=true', '__proto__.x=1', 'constructor[prototype][x]=1', '__proto__=1'])(
    'are refused in a query: %s',
    async (query) => {
      const answer = await administrator.get(`/api/v1/users?${query}`);
      expect(answer.status).toBe(422);
      expect(({} as { x?: number }).x).toBeUndefined();
    },
  );
});

describe('JSON made to harm', () => {
  const depth = 200_000;
  it.each([
    ['lists in lists', `${'['.repeat(depth)}${']'.repeat(depth)}`],
    ['objects in objects', `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`],
  ])('%s is refused', async (_, deep) => {
    const body = `{"username":"gita","fullName":"Gita","position":${deep}}`;
    const answer = await administrator.send('post', '/api/v1/users', { body });
    expect(answer.status).toBe(422);
    expect((await administrator.get('/api/v1/users')).status).toBe(200);
  });

  it.each([
    ['a number beyond all numbers', '1e999'],
    ['not whole', '1.5'],
    ['below zero', '-1'],
    ['beyond what is exact', '9007199254740993'],
    ['a text', '"1000"'],
    ['a list', '[1000]'],
    ['nothing', 'null'],
    ['a hundred thousand digits', '9'.repeat(100_000)],
  ])('an amount is %s', async (_, amount) => {
    const body = `{"payer":"${SITIUNG}","label":"DDS","fiscalYear":2026,"amount":${amount},"on":"2026-10-01","reference":"x"}`;
    const answer = await own.caller.send('post', '/api/v1/funding-sources/receipts', { body });
    expect([answer.status, (answer.body as { code: string }).code]).toEqual([422, 'http.field-invalid']);
  });

  it.each(['2026-02-31', '2026-13-01', '0000-00-00', '9999-12-31', '2026-10-01T00:00:00Z', '-271821-04-20'])(
    'a day is %s',
    async (on) => {
      const body = { payer: SITIUNG, label: 'DDS', fiscalYear: 2026, amount: 1, on, reference: 'x' };
      const answer = await own.caller.post('/api/v1/funding-sources/receipts', body);
      expect(answer.status).toBe(422);
    },
  );
});

// What an administrator may ask the office may not, and the other way round: one of both gets as far as the fields.
async function both(...asked: Parameters<typeof administrator.send>): Promise<readonly Response[]> {
  return [await own.caller.send(...asked), await administrator.send(...asked)];
}

function unknownFields({ body }: Response): string[] {
  const told = body as Problem & { problems?: readonly Problem[] };
  return [told, ...(told.problems ?? [])]
    .filter(({ code }) => code === 'http.field-unknown')
    .map(({ facts }) => facts.field ?? '');
}

import pg from 'pg';
import type { Response } from 'supertest';
import type { Caller } from '../support/caller.js';
import { httpOffice } from '../support/http-app.js';
import { addFunding, anOffice, SIGUNTUR, SITIUNG } from '../support/nagari.js';

interface Page {
  readonly items: readonly { readonly id: number; readonly username: string; readonly state: string }[];
  readonly next?: string;
}

const office = await httpOffice();
const codeOf = (answer: Response) => [answer.status, (answer.body as { code?: string }).code];
const cursorOf = (key: unknown) => Buffer.from(JSON.stringify(key)).toString('base64url');

let caller: Caller;
const listed = async (path: string, query: object) =>
  (await caller.get(`/api/v1/${path}`, query)).body as Page;

/** Every item of a list, page by page; each page is as long as was asked. */
async function whole(path: string, query: object, limit = 3): Promise<Page['items']> {
  const items: Page['items'][number][] = [];
  let cursor: string | undefined;
  do {
    const page = await listed(path, { ...query, limit, ...(cursor !== undefined && { cursor }) });
    items.push(...page.items);
    expect(page.items.length).toBe(page.next === undefined ? page.items.length : limit);
    cursor = page.next;
  } while (cursor !== undefined);
  return items;
}

beforeAll(async () => {
  await office.asSystem(async () => {
    const people = await anOffice(office.app);
    for (const payer of [SITIUNG, SIGUNTUR]) await addFunding(office.app, people, payer, 1_000_000n);
  });
  await office.people('pita', 'siti', 'sitti');
  await office.grant('pita', 'pokjanal', { kind: 'region', code: '13.10' });
  await office.grant('pita', 'auditor', { kind: 'region', code: '13.10' });
  caller = await office.signedIn('pita');
  await fillWithRequests();
});

describe('requests', () => {
  it('come in pages that neither lose nor repeat any', async () => {
    const ids = (await whole('requests', {})).map(({ id }) => id);
    expect(ids).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
  });

  it.each([
    [{ payer: SITIUNG }, 10],
    [{ state: 'cancelled' }, 5],
    [{ year: 2025 }, 4],
    [{ payer: SITIUNG, state: 'cancelled', year: 2026 }, 4],
    [{ payer: '13.99' }, 0],
  ])('that are looked for: %j', async (query, count) => {
    expect(await whole('requests', query)).toHaveLength(count);
  });
});

describe('budget lines', () => {
  it('that are looked for', async () => {
    expect(await whole('funding-sources', { payer: SITIUNG, year: 2026, label: 'DDS' })).toHaveLength(1);
    expect(await whole('funding-sources', { label: 'DDS' }, 1)).toHaveLength(2);
    expect(await whole('funding-sources', { year: 2025 })).toEqual([]);
  });
});

describe('users', () => {
  it('that are looked for, by a part of a name, which is no pattern', async () => {
    expect((await whole('users', { name: 'SITI' }, 1)).map(({ username }) => username)).toEqual(['siti']);
    expect((await whole('users', { name: 'it' }, 2)).map(({ username }) => username)).toEqual([
      'pita',
      'siti',
      'sitti',
    ]);
    expect(await whole('users', { name: '%' })).toEqual([]);
  });
});

describe('findings', () => {
  it('are looked for by control and severity', async () => {
    const query = { control: 'C4', severity: 'warn' };
    expect(await whole('requests/1/findings', query)).toEqual([]);
    expect(codeOf(await caller.get('/api/v1/requests/1/findings', { control: 'C99' }))).toEqual([
      422,
      'http.field-invalid',
    ]);
  });
});

describe('what is asked wrongly', () => {
  it.each([
    ['a field that is not there', { pembayar: 'x' }, 'http.field-unknown'],
    ['a state that is none', { state: 'lunas' }, 'http.field-invalid'],
    ['a year that is none', { year: "2026' or 1=1" }, 'http.field-invalid'],
    ['a page of everything', { limit: 501 }, 'http.field-invalid'],
    ['a page of nothing', { limit: 0 }, 'http.field-invalid'],
    ['two of one field', { state: ['draft', 'cancelled'] }, 'http.field-invalid'],
  ])('is refused: %s', async (_, query, code) => {
    expect(codeOf(await caller.get('/api/v1/requests', query))).toEqual([422, code]);
  });

  it.each([
    ['words', 'bukan penanda'],
    ['a statement', cursorOf(["1'; drop table job; --"])],
    ['a number beyond the database', cursorOf([1e300])],
    ['a fraction', cursorOf([1.5])],
    ['too many parts', cursorOf([1, 2])],
    ['no list', cursorOf(1)],
    ['an object', cursorOf({ id: 1 })],
    ['nothing', cursorOf([null])],
  ])('is refused: a cursor made of %s', async (_, cursor) => {
    expect(codeOf(await caller.get('/api/v1/requests', { cursor }))).toEqual([422, 'http.cursor-unreadable']);
  });

  it('is refused: a cursor of a word that no database holds', async () => {
    for (const word of ['a\u0000b', '\ud800'])
      expect(codeOf(await caller.get('/api/v1/users', { cursor: cursorOf([word]) }))).toEqual([
        422,
        'http.cursor-unreadable',
      ]);
    const injected = await caller.get('/api/v1/users', { cursor: cursorOf(["' or username < 'z"]) });
    expect(injected.status).toBe(200);
  });
});

/** Twenty requests, as they stand in a database; what they pay is of no matter here. */
async function fillWithRequests(): Promise<void> {
  const owner = new pg.Client({ connectionString: office.databaseUrl });
  await owner.connect();
  await owner.query(`set session_replication_role = replica`);
  await owner.query(`
    insert into payment_request (number, paying_body_id, months, state, kader_count, gross, net, prepared_by, created_at)
    select 'SPP-' || n, (select id from paying_body order by code offset n % 2 limit 1),
           array[case when n % 5 = 0 then '2025-12' else '2026-07' end],
           case when n % 4 = 0 then 'cancelled' else 'draft' end, 1, 75000, 75000, 1, now()
      from generate_series(1, 20) n`);
  await owner.end();
}

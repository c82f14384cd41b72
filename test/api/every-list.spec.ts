import pg from 'pg';
import { SYSTEM } from '../../src/core/access/actor.js';
import { CurrentActor } from '../../src/platform/session/current-actor.js';
import type { ApiDocument, ApiOperation } from '../support/api-client.js';
import { growingLists, type Grower, type GrowingList } from '../support/growing-lists.js';
import { httpOffice } from '../support/http-app.js';
import { addFunding, SITIUNG } from '../support/nagari.js';
import { aPaidQuarter, lowerTheRate } from '../support/overpayments.js';
import { calculate } from '../support/payments.js';

interface Page {
  readonly items: readonly object[];
  readonly next?: string;
}

/** What answers a list and no pages of it, and why that is right. */
const unpaged: Readonly<Record<string, string>> = {
  'Sessions.list': 'sessions end by themselves, and one person has few at a time',
  'OwnTokens.list': 'tokens in force of one person',
  'UserWaysIn.list': 'sessions of one person',
  'UserWaysIn.tokens': 'tokens in force of one person',
  'Users.held': 'roles that one person holds now',
  'Settings.activityTypes': 'one file, and no longer than it',
  'Settings.years': 'one item a year',
  'KaderAccounts.show': 'what is known of the heirs of one person',
  'Kader.show': 'the card of one person',
  'Sessions.current': 'the roles that one person holds now',
  'Requests.show': 'one request, whose lines are read together',
  'Countersignatures.list': 'the signatures of one request',
  'Countersignatures.cashOf': 'one item a budget line of one request',
  'ApprovalBands.difference': 'two versions held against each other',
  'HonorPolicies.show': 'one version, whole',
  'HonorPolicies.difference': 'two versions held against each other',
  'Overpayments.show': 'one case',
};

const office = await httpOffice();
const { app } = office;
const document = (await office.caller().get('/api/openapi.json')).body as ApiDocument;
const gets = Object.entries(document.paths).flatMap(([path, { get }]) =>
  get === undefined ? [] : [{ path, get, id: get.operationId }],
);
const asksPages = ({ parameters = [] }: ApiOperation) =>
  ['cursor', 'limit'].every((name) => parameters.some((parameter) => parameter.name === name));

const staff = await office.asSystem(async () => {
  const { office: people, quarter } = await aPaidQuarter(app);
  await addFunding(app, people, SITIUNG, 1_000_000n);
  await lowerTheRate(app, people, 50_000);
  await calculate(app, people, quarter);
  return people;
});
const grower: Grower = { app, write, office: staff };
await office.people('pita', 'siti');
await office.grant('pita', 'auditor', { kind: 'region', code: '13.10' });
await office.grant('pita', 'administrator', { kind: 'installation' });
const pita = await office.signedIn('pita', { secondFactor: true });

let grown = 0;
const growOne = (list: GrowingList) => {
  grown += 1;
  const n = grown;
  return app.get(CurrentActor).run(SYSTEM, async () => list.grow?.(grower, n));
};

async function asked(path: string, query: object): Promise<Page> {
  const answer = await pita.get(path, query);
  expect([path, answer.status, answer.body]).toEqual([path, 200, expect.objectContaining({})]);
  return answer.body as Page;
}

/** Page by page; after each something may happen. */
async function walked(path: string, query: object, limit: number, meanwhile: () => Promise<unknown>) {
  const items: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await asked(path, { ...query, limit, ...(cursor !== undefined && { cursor }) });
    expect(page.items.length).toBe(page.next === undefined ? page.items.length : limit);
    items.push(...page.items.map((item) => JSON.stringify(item)));
    cursor = page.next;
    await meanwhile();
  } while (cursor !== undefined);
  return items;
}

const paged = gets.filter(({ get }) => asksPages(get));

describe('every list of the API', () => {
  it('is cut into pages, or stands among those that need none', () => {
    const lists = gets.filter(({ get }) => !asksPages(get) && answersList(get)).map(({ id }) => id);
    expect(lists.sort()).toEqual(Object.keys(unpaged).sort());
  });

  it('that has pages is walked here', () => {
    expect(paged.map(({ id }) => id).sort()).toEqual(Object.keys(growingLists).sort());
  });

  it.each(paged.map(({ id, path }) => [id, path] as const))(
    '%s loses and repeats nothing',
    async (id, path) => {
      const list = growingLists[id] ?? {};
      const address = path.replace(/\{(\w+)\}/g, (_, name: string) => String(list.path?.[name]));
      grown = 0;
      for (let n = 0; n < 5; n += 1) await growOne(list);
      const before = await everything(address, list.query ?? {});
      const limit = before.length > 4 ? Math.floor(before.length / 3) : 1;
      let more = 3;
      const seen = await walked(address, list.query ?? {}, limit, async () => {
        more -= 1;
        if (more >= 0) await growOne(list);
      });
      expect(before.length).toBeGreaterThan(1);
      expect(new Set(seen).size).toBe(seen.length);
      expect(seen.filter((item) => before.includes(item))).toEqual(before);
      if (list.filter === undefined) return;
      const all = await everything(address, list.query ?? {});
      const few = await everything(address, { ...list.query, ...list.filter });
      expect(few.length).toBeGreaterThan(0);
      expect(few.length).toBeLessThan(all.length);
      expect(all.filter((item) => few.includes(item))).toEqual(few);
      const nothing = () => Promise.resolve();
      expect(await walked(address, { ...list.query, ...list.filter }, 1, nothing)).toEqual(few);
    },
  );
});

async function write(sql: string, values: readonly unknown[]): Promise<void> {
  const owner = new pg.Client({ connectionString: office.databaseUrl });
  await owner.connect();
  try {
    await owner.query('set session_replication_role = replica');
    await owner.query(sql, [...values]);
  } finally {
    await owner.end();
  }
}

async function everything(path: string, query: object): Promise<string[]> {
  const { items, next } = await asked(path, { ...query, limit: 500 });
  expect(next).toBeUndefined();
  return items.map((item) => JSON.stringify(item));
}

/** Whether an answer is a list, or holds one. */
function answersList({ responses }: ApiOperation): boolean {
  const schema: Schema | undefined = responses['200']?.content?.['application/json']?.schema;
  const whole = schema?.$ref === undefined ? schema : schemaOf(schema.$ref);
  return (
    whole?.type === 'array' || Object.values(whole?.properties ?? {}).some(({ type }) => type === 'array')
  );
}

interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly properties?: Readonly<Record<string, { readonly type?: string }>>;
}

function schemaOf(reference: string): Schema | undefined {
  return document.components.schemas[reference.replace('#/components/schemas/', '')];
}

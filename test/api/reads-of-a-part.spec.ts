import { RoleGrantsService } from '../../src/modules/access/role-grants.service.js';
import { JobWorker } from '../../src/modules/jobs/job-worker.service.js';
import { UsersService } from '../../src/modules/users/users.service.js';
import type { Caller } from '../support/caller.js';
import { httpOffice } from '../support/http-app.js';
import { SIGUNTUR, SITIUNG } from '../support/nagari.js';
import { ask } from '../support/session.js';
import { twoOffices } from '../support/two-offices.js';

const http = await httpOffice();
const [sitiung, siguntur] = await twoOffices(http);
const accountsOf = (region: string) => new RegExp(`:${region.replaceAll('.', '-')}\\b`);

await http.people('nagari', 'kabupaten', 'pengelola');
await http.grant('nagari', 'auditor', { kind: 'region', code: SITIUNG });
await http.grant('kabupaten', 'auditor', { kind: 'region', code: '13.10' });
await http.grant('pengelola', 'administrator', { kind: 'installation' });
const auditor = await http.signedIn('nagari');
const inspector = await http.signedIn('kabupaten');
const administrator = await http.signedIn('pengelola');

interface Answer<Body> {
  readonly status: number;
  readonly body: Body;
}

interface Change {
  readonly table: string;
  readonly rows: readonly { readonly object: string }[];
}

const answerOf = async (caller: Caller, path: string) => {
  const { status, body } = (await caller.get(`/api/v1/${path}`)) as Answer<{ code?: string }>;
  return `${String(status)} ${body.code ?? ''}`;
};

async function exported(caller: Caller, format: string): Promise<string> {
  const asked = await caller.post('/api/v1/ledger-exports', { format });
  const { status, body } = asked as Answer<{ code: string; self: string }>;
  if (status !== 202) return `${String(status)} ${body.code}`;
  await http.app.get(JobWorker).idle();
  const made = await caller.send('get', `${body.self}/result`, { binary: true });
  return String(made.body);
}

describe('what can only be read whole', () => {
  it.each([
    'users',
    'grants',
    'users/serba-sitiung/grants',
    'users/serba-sitiung/tokens',
    'users/serba-sitiung',
    'users/serba-sitiung/sessions',
    'audit/verification',
    'audit/anchor',
    'ledger/verification',
    'ledger/anchor',
    'budget-proof',
    'retention?before=2026-10-01',
    'retention-rules',
  ])('is not shown to somebody of a nagari, and is to somebody of the kabupaten: %s', async (path) => {
    expect(await answerOf(auditor, path)).toBe('403 access.scope-too-narrow');
    expect(await answerOf(inspector, path)).toBe('200 ');
  });

  it('is no token of somebody of a nagari either', async () => {
    const wish = { name: 'rekap', operations: ['user.read'], days: 30 };
    expect((await auditor.post('/api/v1/own-tokens', wish)).body).toMatchObject({
      code: 'identity.token-operation-not-held',
    });
  });
});

describe('the trail', () => {
  const tablesOf = async (caller: Caller, query: string) => {
    const answer = await caller.get(`/api/v1/audit?limit=100&${query}`);
    const { items } = (answer as Answer<{ items: { changes: Change[] }[] }>).body;
    return items.flatMap(({ changes }) => changes.map(({ table, rows }) => ({ table, rows })));
  };
  const objectsOf = async (caller: Caller, table: string) => {
    const changes = await tablesOf(caller, `table=${table}`);
    const rows = changes.flatMap((change) => (change.table === table ? change.rows : []));
    return [...new Set(rows.map(({ object }) => object))].sort();
  };
  const inDatabase = (table: string, where = 'true') =>
    ask(http.databaseUrl, `select '${table}:' || it.id from ${table} it where ${where} order by 1`);

  it.each([
    ['kader', `nagari_code = '${SITIUNG}'`],
    ['bank_account', `kader_id in (select id from kader where nagari_code = '${SITIUNG}')`],
    ['posyandu', `nagari_code = '${SITIUNG}'`],
    ['calculation', `region_code = '${SITIUNG}'`],
    ['payment_request', `number like 'SPP-Marni-%'`],
    ['funding_source', `paying_body_id = (select id from paying_body where code = '${SITIUNG}')`],
    ['overpayment', `paying_body_id = (select id from paying_body where code = '${SITIUNG}')`],
  ])(
    'of the table %s shows somebody of a nagari the rows there, and the kabupaten all',
    async (table, own) => {
      expect(await inDatabase(table, own)).not.toEqual([]);
      expect(await objectsOf(auditor, table)).toEqual(await inDatabase(table, own));
      expect(await objectsOf(inspector, table)).toEqual(await inDatabase(table));
    },
  );

  it('of what has no region shows the kabupaten, and those who keep the installation, and nobody else', async () => {
    for (const table of ['app_user', 'user_session', 'role_grant', 'credential']) {
      expect([table, await objectsOf(auditor, table)]).toEqual([table, []]);
      const all = await objectsOf(inspector, table);
      expect([table, all.length > 0]).toEqual([table, true]);
      expect([table, await objectsOf(administrator, table)]).toEqual([table, all]);
    }
    for (const table of ['kader', 'bank_account', 'payment_request'])
      expect(await objectsOf(administrator, table)).toEqual([]);
  });

  it('shows of an act that touched several nagari the rows of her own', async () => {
    const touched = await tablesOf(auditor, '');
    const [own, all] = [JSON.stringify(touched), JSON.stringify(await tablesOf(inspector, ''))];
    expect(siguntur.marks.filter((mark) => own.includes(mark))).toEqual([]);
    expect(siguntur.marks.filter((mark) => all.includes(mark))).not.toEqual([]);
    expect(sitiung.marks.filter((mark) => own.includes(mark))).not.toEqual([]);
    expect(await tablesOf(auditor, `object=kader:${String(siguntur.kaderId)}`)).toEqual([]);
  });

  it('shows what is gone where its kader is, or to the kabupaten', async () => {
    const remove = `delete from request_entitlement where request_id = ${String(sitiung.draft.id)}`;
    await ask(http.databaseUrl, remove);
    const removed = async (caller: Caller) =>
      (await objectsOf(caller, 'request_entitlement')).filter((object) =>
        object.includes(`${String(sitiung.draft.id)}/`),
      );
    expect(await removed(inspector)).not.toEqual([]);
    expect(await removed(auditor)).toEqual([]);
  });
});

describe('the ledger of somebody of a nagari', () => {
  it('has the balances of its accounts and no others', async () => {
    const accounts = async (caller: Caller) => {
      const answer = await caller.get('/api/v1/ledger/balances');
      const { body } = answer as Answer<{ data: { accounts: { code: string }[] } }>;
      return body.data.accounts.map(({ code }) => code);
    };
    const [own, all] = [await accounts(auditor), await accounts(inspector)];
    expect(own.length).toBeGreaterThan(2);
    expect(own).toEqual(all.filter((code) => accountsOf(SITIUNG).test(code)));
    expect(all.some((code) => accountsOf(SIGUNTUR).test(code))).toBe(true);
  });

  it('is not for those who keep the installation', async () => {
    expect(await answerOf(administrator, 'ledger/balances')).toBe('403 access.no-role');
  });

  it.each(['hledger', 'beancount'])('is exported as a %s journal of its own', async (format) => {
    const [own, all] = [await exported(auditor, format), await exported(inspector, format)];
    expect(own).toMatch(accountsOf(SITIUNG));
    expect(own).not.toMatch(accountsOf(SIGUNTUR));
    expect(all).toMatch(accountsOf(SIGUNTUR));
    expect(own.match(/\(\d+[:.]\d+\)|batch: /g)?.length).toBeLessThan(
      all.match(/\(\d+[:.]\d+\)|batch: /g)?.length ?? 0,
    );
  });

  it('is handed out as long as she sees as much as when it was made', async () => {
    await http.people('pindah');
    const grant = await http.grant('pindah', 'auditor', { kind: 'region', code: '13.10' });
    const moving = await http.signedIn('pindah');
    const asked = await moving.post('/api/v1/ledger-exports', { format: 'hledger' });
    await http.app.get(JobWorker).idle();
    const result = `${(asked as Answer<{ self: string }>).body.self}/result`;
    expect((await moving.get(result)).status).toBe(200);
    await http.grant('pindah', 'auditor', { kind: 'region', code: SITIUNG });
    await http.asSystem(async () => {
      const by = await http.app.get(UsersService).require('pengelola');
      await http.app.get(RoleGrantsService).revoke(grant, 'pindah tugas', by);
    });
    expect((await moving.get(result)).body).toMatchObject({ status: 403, code: 'job.rights-changed' });
    expect(await exported(moving, 'hledger')).not.toMatch(accountsOf(SIGUNTUR));
  });

  it('is no pack: its chain is whole', async () => {
    expect(await exported(auditor, 'audit-pack')).toBe('403 access.scope-too-narrow');
    expect((await exported(inspector, 'audit-pack')).length).toBeGreaterThan(1_000);
  });

  it('proves the entries that she sees', async () => {
    const entries = (nagari: string) =>
      ask(
        http.databaseUrl,
        `select batch_id || '/' || sequence from ledger.entry join kader on kader.id = party_id
          where nagari_code = '${nagari}' order by batch_id, sequence limit 1`,
      );
    const [[own], [other]] = [await entries(SITIUNG), await entries(SIGUNTUR)];
    expect(await answerOf(auditor, `ledger/entries/${String(own)}/proof`)).toBe('200 ');
    expect(await answerOf(auditor, `ledger/entries/${String(other)}/proof`)).toBe('404 proof.entry-unknown');
    expect(await answerOf(inspector, `ledger/entries/${String(other)}/proof`)).toBe('200 ');
  });

  it('proves the payments that she sees to those who work there', async () => {
    const proof = ({ kaderId, paid }: typeof sitiung) =>
      `ledger/payment-proof?kader=${String(kaderId)}&request=${String(paid.id)}`;
    expect(await answerOf(sitiung.caller, proof(sitiung))).toBe('200 ');
    expect(await answerOf(sitiung.caller, proof(siguntur))).toMatch(/^404 /);
  });
});

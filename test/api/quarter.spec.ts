import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Role } from '../../src/core/access/role.js';
import { LinksService } from '../../src/modules/identity/links.service.js';
import { projectFolder } from '../../src/platform/configuration.js';
import { activityCsv } from '../support/activity-csv.js';
import { ApiClient, type ApiDocument, type Wish } from '../support/api-client.js';
import type { Caller } from '../support/caller.js';
import { httpOffice, setUpSecondFactor } from '../support/http-app.js';
import { PASSWORD } from '../support/identity.js';
import { SITIUNG } from '../support/nagari.js';
import { kaderCells, rosterCsv } from '../support/roster-csv.js';

const KABUPATEN = '13.10';
const QUARTER = ['2026-07', '2026-08', '2026-09'];

interface SheetAnswer {
  readonly applied: boolean;
  readonly problems: readonly object[];
}

interface Spp {
  readonly id: number;
  readonly state: string;
  readonly net: number;
}

const office = await httpOffice();
const client = new ApiClient((await office.caller().get('/api/openapi.json')).body as ApiDocument);
const administrator = office.caller();

const shipped = (path: string) => readFile(join(projectFolder(), path), 'utf8');

/** An invited person with her roles, signed in; with a second factor, because some of what she does asks for it. */
async function member(username: string, role: Role, region: string): Promise<Caller> {
  const body = { username, fullName: `Nama ${username}`, position: 'Staf' };
  await client.call(administrator, 'Users.add', { body });
  const path = { username };
  const { token } = await client.call<{ token: string }>(administrator, 'Users.invite', { path });
  await client.call(administrator, 'Users.grant', { path, body: { role, region, basis: 'SK 1/2026' } });
  const caller = office.caller();
  await client.call(caller, 'Links.accept', { path: { token }, body: { password: PASSWORD } });
  await client.call(caller, 'Sessions.signIn', { body: { username, password: PASSWORD } });
  await setUpSecondFactor(caller, office.clock);
  return caller;
}

async function upload(caller: Caller, operation: string, name: string, content: string, query?: object) {
  const wish: Wish = { file: { name, content }, query };
  expect(await client.call<SheetAnswer>(caller, operation, wish)).toMatchObject({
    applied: true,
    problems: [],
  });
}

/** Takes a step as somebody who has just looked at the request. */
async function step(caller: Caller, operation: string, id: number): Promise<Spp> {
  const seen = await client.send(caller, 'Requests.show', { path: { id } });
  expect(seen.status).toBe(200);
  return client.call<Spp>(caller, operation, {
    path: { id },
    headers: { 'If-Match': String(seen.headers.etag) },
  });
}

describe('a nagari over HTTP alone', () => {
  let [pokjanal, operator, verifier, wali, treasurer, auditor]: Caller[] = [];

  it('has a first administrator, by a one-time link, with a second factor', async () => {
    const { token } = await office.asSystem(() => office.app.get(LinksService).first());
    const body = {
      username: 'siti',
      fullName: 'Siti Aminah',
      position: 'Pranata Komputer',
      password: PASSWORD,
    };
    await client.call(administrator, 'Links.accept', { path: { token }, body });
    await client.call(administrator, 'Sessions.signIn', { body: { username: 'siti', password: PASSWORD } });
    expect((await client.send(administrator, 'Users.add', { body: person('x') })).status).toBe(403);
    await setUpSecondFactor(administrator, office.clock);
    const { grants } = await client.call<{ grants: object[] }>(administrator, 'Sessions.current');
    expect(grants).toEqual([{ role: 'administrator', scope: 'sistem ini' }]);
  });

  it('has its regions, and people, each with one part', async () => {
    await upload(
      administrator,
      'Imports.regionsFile',
      'wilayah.csv',
      await shipped('config/regions/13.10-dharmasraya.csv'),
    );
    pokjanal = await member('pita', 'pokjanal', KABUPATEN);
    operator = await member('ani', 'operator', SITIUNG);
    verifier = await member('budi', 'verifier', SITIUNG);
    wali = await member('datuk', 'approver', SITIUNG);
    treasurer = await member('eka', 'treasurer', SITIUNG);
    auditor = await member('rani', 'auditor', KABUPATEN);
    const { items } = await client.call<{ items: object[] }>(administrator, 'Users.list', {
      query: { limit: 3 },
    });
    expect(items).toHaveLength(3);
  });

  it('has its rules, posyandu, kader and money', async () => {
    const policy = { name: 'honor.yaml', content: await shipped('config/policies/dharmasraya-2026.yaml') };
    await client.call(must(pokjanal), 'PolicyFiles.honorFile', { file: policy });
    await upload(
      must(pokjanal),
      'Imports.posyandu',
      'posyandu.csv',
      await shipped('test/golden/posyandu.csv'),
      { region: KABUPATEN },
    );
    const roster = rosterCsv([kaderCells(0), kaderCells(1)]);
    await upload(must(operator), 'Imports.roster', 'kader.csv', roster, { region: SITIUNG });
    await upload(must(treasurer), 'Imports.fundingFile', 'dana.csv', fundingCsv());
    for (const code of ['tanpa-pph21', 'tanpa-bpjs']) {
      const file = { name: `${code}.yaml`, content: await shipped(`config/deductions/${code}.yaml`) };
      await client.call(administrator, 'PolicyFiles.deductionFile', { file });
      const body = { payer: SITIUNG, policy: code, from: '2026-01-01', note: 'BA 1/2026' };
      expect(await client.call(must(treasurer), 'Deductions.choose', { body })).toMatchObject({
        isNew: true,
      });
    }
    const receipt = {
      payer: SITIUNG,
      label: 'DDS',
      fiscalYear: 2026,
      amount: 600_000,
      on: '2026-07-02',
      reference: 'SP2D-1',
    };
    await client.call(must(treasurer), 'Funding.receive', { body: receipt });
    const { items } = await client.call<{ items: object[] }>(must(operator), 'Funding.list');
    expect(items).toMatchObject([
      { label: 'DDS', received: 600_000 },
      { label: 'ADN', received: 0 },
    ]);
  });

  it('reports what was done, has it verified, and calculates', async () => {
    const rows = QUARTER.flatMap((month) =>
      [kaderCells(0), kaderCells(1)].map(({ nik, name }) => [
        `05/${month.slice(5)}/2026`,
        'Melati I',
        'Hari Buka',
        nik,
        name,
        '12',
      ]),
    );
    await upload(must(operator), 'Imports.activity', 'hadir.csv', activityCsv(rows), { region: SITIUNG });
    for (const month of QUARTER) {
      const body = { region: SITIUNG, month };
      expect(await client.call(must(verifier), 'Honor.verify', { body })).toEqual({
        verified: 1,
        alreadyVerified: 0,
      });
    }
    const body = { region: SITIUNG, months: QUARTER };
    const calculated = await client.call(must(operator), 'Honor.calculate', { body });
    expect(calculated).toMatchObject({ kader: 2, gross: 450_000, exclusions: [] });
  });

  it('pays: one drafts and submits, one verifies, one approves, one releases', async () => {
    const body = { payer: SITIUNG, months: QUARTER };
    const { request, heldOut } = await client.call<{ request: Spp; heldOut: object[] }>(
      must(operator),
      'Requests.draft',
      { body },
    );
    const { id } = request;
    expect({ ...request, heldOut }).toMatchObject({ net: 450_000, state: 'draft', heldOut: [] });
    const path = { id };
    interface Finding {
      readonly finding: number;
      readonly severity: string;
    }
    const { items } = await client.call<{ items: Finding[] }>(must(operator), 'Controls.run', { path });
    for (const { finding, severity } of items) {
      expect(severity).toBe('warn');
      const answered = { path: { id, finding }, body: { text: 'Sudah diperiksa, lihat lampiran.' } };
      await client.call(must(operator), 'Controls.answer', answered);
    }
    expect(await step(must(operator), 'Requests.submit', id)).toMatchObject({ state: 'submitted' });
    expect(await step(must(verifier), 'Requests.verify', id)).toMatchObject({ state: 'verified' });
    expect(await step(must(wali), 'Requests.approve', id)).toMatchObject({ state: 'approved' });
    expect(await step(must(treasurer), 'Requests.release', id)).toMatchObject({ state: 'disbursing' });
  });

  it('hands the bank its file, and takes its answer', async () => {
    const {
      items: [request],
    } = await client.call<{ items: Spp[] }>(must(treasurer), 'Requests.list');
    const path = { id: request?.id ?? 0 };
    interface Files {
      readonly items: readonly { readonly kind: string; readonly content: string }[];
    }
    const { items } = await client.call<Files>(must(treasurer), 'Disbursements.export', { path });
    expect(items.map(({ kind }) => kind)).toEqual(['recipients-list', 'bank-csv']);
    const bank = Buffer.from(items[1]?.content ?? '', 'base64').toString();
    expect(bank).toContain(kaderCells(0).account);
    const lines = [1, 2].map((index) => `HK${String(path.id)}-1-000${String(index)},225000,BERHASIL,`);
    const content = ['NO_REFERENSI,NOMINAL,STATUS,KETERANGAN', ...lines].join('\r\n');
    const answer = await client.call(must(treasurer), 'Disbursements.reconcile', {
      path,
      file: { name: 'hasil.csv', content },
    });
    expect(answer).toMatchObject({ applied: true, paid: 2, outstanding: 0, state: 'settled', problems: [] });
  });

  it('has books that agree, a chain that holds, and an explanation for everybody', async () => {
    const query = { payer: SITIUNG, month: '2026-10' };
    for (const book of ['general', 'bank', 'tax', 'activity'])
      await client.call(must(treasurer), `Books.${book}`, { query });
    const { data } = await client.call<{ data: object }>(must(pokjanal), 'Ledger.verify');
    expect(data).toMatchObject({ problems: [] });
    await client.call(must(pokjanal), 'Ledger.balance');
    const explained = { path: { kader: 1 }, query: { month: '2026-07' } };
    await client.call(must(operator), 'Honor.explain', explained);
    await client.call(must(pokjanal), 'Reports.arrears', { query: { by: 'nagari' } });
    await client.call(must(pokjanal), 'Reports.forecast', { query: { year: 2026 } });
    await client.call(must(pokjanal), 'Reports.validation', { query: { region: SITIUNG } });
    await client.call(must(operator), 'Reports.roster', { query: { region: SITIUNG } });
    await client.call(must(operator), 'Deductions.months', { query: { payer: SITIUNG } });
  });

  it('has left a trail of every act: by whom, for what, from where', async () => {
    const { items } = await client.call<{ items: Act[] }>(must(auditor), 'Audit.list', {
      query: { limit: 500 },
    });
    const acts = items.filter(({ kind }) => kind === 'person');
    expect(acts.filter(({ address }) => !address.endsWith('127.0.0.1'))).toEqual([]);
    const done = new Set(acts.map(({ actor, operation }) => `${actor} ${operation}`));
    expect([...EVERY_ACT].filter((act) => !done.has(act))).toEqual([]);
    const reasons = acts
      .filter(({ operation }) => operation === 'deduction.choose')
      .map(({ reason }) => reason);
    expect(reasons).toEqual(['BA 1/2026', 'BA 1/2026']);
    const signIn = items.find(
      ({ kind, changes }) => kind === 'visitor' && changes[0]?.table === 'user_session',
    );
    expect(signIn?.sentence).toContain('Seseorang yang belum masuk');
    const { data } = await client.call<{ data: object }>(must(auditor), 'Audit.verify');
    expect(data).toMatchObject({ verified: true, problems: [] });
    expect(JSON.stringify(items)).not.toContain(kaderCells(0).account);
    expect(JSON.stringify(items)).not.toContain(kaderCells(0).nik);
  });

  it('shows its trail page by page, and only of what is asked for', async () => {
    const query = { user: 'ani', operation: 'roster.import', limit: 1 };
    const { items } = await client.call<{ items: Act[] }>(must(auditor), 'Audit.list', { query });
    expect(items).toMatchObject([{ actor: 'ani', operation: 'roster.import' }]);
    const first = await client.call<{ items: Act[]; next: string }>(must(auditor), 'Audit.list', {
      query: { limit: 2 },
    });
    const second = await client.call<{ items: Act[] }>(must(auditor), 'Audit.list', {
      query: { limit: 2, cursor: first.next },
    });
    const positions = [...first.items, ...second.items].map(({ position }) => position);
    expect(positions).toEqual(positions.map((_, index) => (positions[0] ?? 0) - index));
    const ofKader = { query: { object: 'kader:1', table: 'kader', since: '2020-01-01' } };
    expect((await client.call<{ items: Act[] }>(must(auditor), 'Audit.list', ofKader)).items).toHaveLength(1);
    const refused = await client.send(must(auditor), 'Audit.list', { query: { object: 'kader' } });
    expect(refused.status).toBe(422);
  });
});

interface Act {
  readonly position: number;
  readonly kind: string;
  readonly actor: string;
  readonly address: string;
  readonly operation: string;
  readonly reason: string;
  readonly sentence: string;
  readonly changes: readonly { readonly table: string }[];
}

const EVERY_ACT = [
  'siti user.administer',
  'siti region.import',
  'siti deduction.import',
  'pita policy.import',
  'pita posyandu.import',
  'ani roster.import',
  'ani activity.import',
  'ani honor.calculate',
  'ani request.draft',
  'ani control.run',
  'ani control.answer',
  'ani request.submit',
  'budi activity.verify',
  'budi request.verify',
  'datuk request.approve',
  'eka funding.import',
  'eka deduction.choose',
  'eka funding.receive',
  'eka request.release',
  'eka disbursement.reconcile',
];

function must(caller: Caller | undefined): Caller {
  if (caller === undefined) throw new Error('Nobody has this part yet: a test before this one failed.');
  return caller;
}

function person(username: string): object {
  return { username, fullName: username, position: 'Staf' };
}

function fundingCsv(): string {
  const header =
    'KODE PEMBAYAR;NAMA PEMBAYAR;KODE WILAYAH;SUMBER DANA;NAMA SUMBER DANA;TAHUN ANGGARAN;KODE KEGIATAN;KODE REKENING;PAGU;DASAR HUKUM';
  const row = (label: string) =>
    `${SITIUNG};Nagari Sitiung;${SITIUNG};${label};${label};2026;2.2.02;5.2.2.03;1000000;DPA 1/2026`;
  return [header, row('DDS'), row('ADN')].join('\n');
}

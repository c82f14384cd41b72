import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SealedAccount } from '../../../src/platform/secrets/account-numbers.js';
import { accountLiterals, accountNumbers, withNumbers } from '../../support/account-numbers.js';
import { testDatabase } from '../../support/database.js';
import { kaderCells, rosterCsv, type KaderCells } from '../../support/roster-csv.js';
import { anAppUser, emptyRoster, loadDharmasraya, rosterWorld } from '../../support/roster-world.js';

const dataSource = await testDatabase();
const world = rosterWorld(dataSource);
let by: number;
let other: number;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'roster-'));
  await loadDharmasraya(world);
  by = await anAppUser(dataSource, 'operator.sitiung');
  other = await anAppUser(dataSource, 'sekretaris.sitiung');
});
beforeEach(() => emptyRoster(dataSource));
afterAll(() => rm(folder, { recursive: true }));

async function file(rows: readonly KaderCells[], name = 'roster.csv'): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, rosterCsv(rows));
  return path;
}

async function stored(): Promise<Record<string, number>> {
  const rows = await dataSource.query<[Record<string, number>]>(
    `select (select count(*)::int from kader) as kader, (select count(*)::int from appointment) as appointments,
            (select count(*)::int from bank_account) as accounts, (select count(*)::int from roster_import) as imports,
            (select count(*)::int from roster_change) as changes`,
  );
  return rows[0];
}

const nothing = { kader: 0, appointments: 0, accounts: 0, imports: 0, changes: 0 };
const many = (count: number) => Array.from({ length: count }, (_, index) => kaderCells(index));

describe('importRoster', () => {
  it('imports a whole file, and the same file again changes nothing', async () => {
    const path = await file(many(1315));
    expect(await world.rosterImport.importRoster({ path, by })).toMatchObject({
      problems: [],
      created: 1315,
      unchanged: 0,
      applied: true,
    });
    const after = { kader: 1315, appointments: 1315, accounts: 1315, imports: 1, changes: 0 };
    expect(await stored()).toEqual(after);
    expect(await world.rosterImport.importRoster({ path, by })).toMatchObject({
      created: 0,
      changed: [],
      unchanged: 1315,
      applied: true,
    });
    expect(await stored()).toEqual(after);
  });

  it('writes nothing in a dry run', async () => {
    const report = await world.rosterImport.importRoster({ path: await file(many(3)), by, dryRun: true });
    expect(report).toMatchObject({ created: 3, applied: false });
    expect(await stored()).toEqual(nothing);
  });

  it('writes nothing when one row of many is wrong', async () => {
    const path = await file([...many(500), kaderCells(500, { birthDate: '31/02/1980' })]);
    const { problems, applied } = await world.rosterImport.importRoster({ path, by });
    expect(problems).toMatchObject([{ sheet: 'roster', cell: 'C503', code: 'sheet.date-impossible' }]);
    expect(applied).toBe(false);
    expect(await stored()).toEqual(nothing);
  });

  it('reports every one of 10,000 broken rows', async () => {
    const broken = many(10_000).map((cells) => ({ ...cells, posyandu: 'Tak Ada', sex: 'X' }));
    const { problems } = await world.rosterImport.importRoster({ path: await file(broken), by });
    expect(problems.filter(({ code }) => code === 'sheet.choice-unknown')).toHaveLength(10_000);
    const rows = new Set(problems.map(({ cell }) => cell));
    expect(rows.size).toBe(10_000);
  });

  it('shows what a changed file would change, and changes it only when that is accepted', async () => {
    await world.rosterImport.importRoster({ path: await file(many(3)), by });
    const path = await file([kaderCells(0, { role: 'Ketua' }), kaderCells(1), kaderCells(3)], 'changed.csv');
    const refused = await world.rosterImport.importRoster({ path, by });
    expect(refused).toMatchObject({
      applied: false,
      created: 1,
      unchanged: 1,
      changed: [
        { name: 'Kader A', row: 3, changes: [{ field: 'JABATAN', before: 'kader', after: 'ketua' }] },
      ],
    });
    expect(await stored()).toMatchObject({ kader: 3, imports: 1, changes: 0 });
    const accepted = await world.rosterImport.importRoster({ path, by, acceptChanges: true });
    expect(accepted).toEqual({ ...refused, applied: true });
    expect(await stored()).toMatchObject({ kader: 4, imports: 2, changes: 1 });
    const again = await world.rosterImport.importRoster({ path, by, acceptChanges: true });
    expect(again).toMatchObject({ applied: true, created: 0, changed: [], unchanged: 3 });
    expect(await stored()).toMatchObject({ imports: 2 });
  });

  it('closes the earlier appointment the day before a newer SK starts', async () => {
    await world.rosterImport.importRoster({ path: await file(many(2)), by });
    const newer = { skNumber: '140/31/WN-STG/2026', validFrom: '01/07/2026' };
    const path = await file(
      many(2).map((cells) => ({ ...cells, ...newer })),
      'newer.csv',
    );
    await world.rosterImport.importRoster({ path, by, acceptChanges: true });
    const rows = await dataSource.query<unknown[]>(
      'select sk_number, active::text, end_reason from appointment order by kader_id, valid_from',
    );
    const both = [
      { sk_number: '140/12/WN-STG/2026', active: '[2026-01-02,2026-07-01)', end_reason: 'diganti-sk' },
      { sk_number: '140/31/WN-STG/2026', active: '[2026-07-01,)', end_reason: null },
    ];
    expect(rows).toEqual([...both, ...both]);
  });

  it('ends the recorded appointment by a sheet without SK columns', async () => {
    await world.rosterImport.importRoster({ path: await file(many(2)), by });
    const path = join(folder, 'ends.csv');
    const rows = many(2).map(({ name, nik }) => `${name},${nik},01/01/1980,P,Melati I,30/06/2026,Pindah`);
    const header = 'NAMA,NIK,TGL LAHIR,L/P,POSYANDU,TGL BERHENTI,ALASAN BERHENTI';
    await writeFile(path, ['NAGARI SITIUNG', header, ...rows].join('\n'));
    const report = await world.rosterImport.importRoster({ path, by, acceptChanges: true });
    expect(report).toMatchObject({ problems: [], notes: [], applied: true });
    const ended = { active: '[2026-01-02,2026-07-01)', end_reason: 'pindah' };
    expect(await dataSource.query<unknown[]>('select active::text, end_reason from appointment')).toEqual([
      ended,
      ended,
    ]);
    const again = await world.rosterImport.importRoster({ path, by, acceptChanges: true });
    expect(again).toMatchObject({ changed: [], unchanged: 2 });
  });

  it('imports the same file once when it is sent several times at once', async () => {
    const path = await file(many(200));
    const reports = await Promise.all([1, 2, 3, 4].map(() => world.rosterImport.importRoster({ path, by })));
    expect(reports.map(({ created, applied }) => [created, applied]).sort()).toEqual([
      [0, true],
      [0, true],
      [0, true],
      [200, true],
    ]);
    expect(await stored()).toMatchObject({ kader: 200, imports: 1 });
  });

  it('keeps to the region it is told', async () => {
    const path = await file(many(1));
    const { problems } = await world.rosterImport.importRoster({ path, by, regionCode: '13.10.01' });
    const facts = { nagari: 'Sitiung (kec. Sitiung, 13.10.04.2001)' };
    expect(problems).toMatchObject([{ code: 'region.nagari-outside', facts }]);
    await expect(world.rosterImport.importRoster({ path, by, regionCode: '14.01' })).rejects.toMatchObject({
      code: 'region.missing',
    });
  });
});

describe('a changed account', () => {
  const accounts = async () =>
    withNumbers(
      await dataSource.query<SealedAccount[]>(
        `select account_number_sealed as sealed, account_number_digest as digest, recorded_by as recorded,
                confirmed_by as confirmed, superseded_at is not null as superseded from bank_account order by id`,
      ),
    );

  async function changedAccount(account: string, name = 'changed.csv') {
    const path = await file([kaderCells(0, { account })], name);
    return world.rosterImport.importRoster({ path, by, acceptChanges: true });
  }

  beforeEach(async () => {
    await world.rosterImport.importRoster({ path: await file([kaderCells(0)]), by });
  });

  it('waits until a second person confirms it', async () => {
    await changedAccount('10020210098811');
    expect(await accounts()).toEqual([
      { number: '10000000000001', recorded: by, confirmed: null, superseded: false },
      { number: '10020210098811', recorded: by, confirmed: null, superseded: false },
    ]);
    const kaderNik = kaderCells(0).nik;
    const account = '8811';
    await expect(world.roster.confirmAccount({ kaderNik, account, by })).rejects.toMatchObject({
      kind: 'forbidden',
      code: 'roster.account-same-person',
    });
    expect(await world.roster.confirmAccount({ kaderNik, account, by: other })).toEqual({
      name: 'Kader A',
      account: '**********8811',
      accountName: 'Kader A',
    });
    expect(await accounts()).toEqual([
      { number: '10000000000001', recorded: by, confirmed: null, superseded: true },
      { number: '10020210098811', recorded: by, confirmed: other, superseded: false },
    ]);
    await expect(world.roster.confirmAccount({ kaderNik, account, by: other })).rejects.toMatchObject({
      code: 'roster.no-account-change',
    });
  });

  it('is overtaken by a newer change, and changes nothing when it is sent again', async () => {
    await changedAccount('10020210098811');
    expect(await changedAccount('10020210098811')).toMatchObject({ changed: [], unchanged: 1 });
    await changedAccount('10020210098822', 'newer.csv');
    await world.roster.confirmAccount({ kaderNik: kaderCells(0).nik, account: '10020210098822', by: other });
    expect(await accounts()).toMatchObject([
      { number: '10000000000001', superseded: true },
      { number: '10020210098811', confirmed: null, superseded: true },
      { number: '10020210098822', confirmed: other, superseded: false },
    ]);
  });

  it('cannot be confirmed for somebody who is not on the roster', async () => {
    await expect(
      world.roster.confirmAccount({ kaderNik: '1310044501850001', account: '8811', by: other }),
    ).rejects.toMatchObject({ code: 'roster.kader-unknown', facts: { nik: '1310********0001' } });
  });

  it('is confirmed only by whoever says which account it is', async () => {
    await changedAccount('10020210098811');
    const blind = { kaderNik: kaderCells(0).nik, by: other };
    for (const account of ['', '811', '0001', '98811', '10000000000001']) {
      await expect(world.roster.confirmAccount({ ...blind, account })).rejects.toMatchObject({
        kind: 'conflict',
        code: 'roster.account-other-than-pending',
        facts: { bank: 'Bank Nagari', account: '**********8811', recorder: 'operator.sitiung' },
      });
    }
    expect(await accounts()).toMatchObject([{ superseded: false }, { confirmed: null }]);
  });

  it('is seen although the masked numbers look the same', async () => {
    const { changed } = await changedAccount('10000000990001');
    expect(changed).toMatchObject([{ changes: [{ field: 'NO. REKENING', after: '118 **********0001' }] }]);
    expect(await accounts()).toHaveLength(2);
  });
});

describe('a changed account name', () => {
  const kaderNik = kaderCells(0).nik;
  const accounts = async () =>
    withNumbers(
      await dataSource.query<SealedAccount[]>(
        `select account_number_sealed as sealed, account_number_digest as digest, account_name as name,
                confirmed_by as confirmed, superseded_at is not null as superseded from bank_account order by id`,
      ),
    );
  const renamed = async (accountName: string) =>
    world.rosterImport.importRoster({
      path: await file([kaderCells(0, { accountName })], 'renamed.csv'),
      by,
      acceptChanges: true,
    });

  beforeEach(async () => {
    await world.rosterImport.importRoster({ path: await file([kaderCells(0), kaderCells(1)]), by });
  });

  it('waits for a second person, and never changes the row that was there', async () => {
    const { changed } = await renamed('Kader A Baru');
    const change = { field: 'NAMA REKENING', before: 'Kader A', after: 'Kader A Baru' };
    expect(changed).toMatchObject([{ changes: [change] }]);
    const number = '10000000000001';
    const [first, others] = [
      { number, name: 'Kader A', confirmed: null },
      { number: '10000000000002', name: 'Kader B', confirmed: null, superseded: false },
    ];
    const second = { number, name: 'Kader A Baru', superseded: false };
    expect(await accounts()).toEqual([
      { ...first, superseded: false },
      others,
      { ...second, confirmed: null },
    ]);
    expect(await renamed('Kader A Baru')).toMatchObject({ changed: [], unchanged: 1 });
    await world.roster.confirmAccount({ kaderNik, account: '0001', by: other });
    expect(await accounts()).toEqual([
      { ...first, superseded: true },
      others,
      { ...second, confirmed: other },
    ]);
  });

  it('is overtaken by a newer one', async () => {
    await renamed('Kader A Baru');
    await renamed('Kader A Baru Sekali');
    await world.roster.confirmAccount({ kaderNik, account: '0001', by: other });
    expect(await accounts()).toMatchObject([
      { name: 'Kader A', superseded: true },
      { name: 'Kader B' },
      { name: 'Kader A Baru', confirmed: null, superseded: true },
      { name: 'Kader A Baru Sekali', confirmed: other, superseded: false },
    ]);
  });

  it('never gives an account to two kader', async () => {
    await expect(
      dataSource.query(
        `insert into bank_account (kader_id, bank_code, account_number_sealed, account_number_digest, account_name, replaces_id, recorded_by, recorded_at)
         select kader_id, '118', ${accountLiterals('10000000000001')}, 'Kader B', id, recorded_by, now()
           from bank_account where account_number_digest = $1`,
        [accountNumbers.digest('10000000000002')],
      ),
    ).rejects.toThrow('bank_account_of_one_kader');
  });

  it.each([
    ["update bank_account set account_name = 'Lain'", 'is never changed'],
    ['update bank_account set account_number_digest = sha256(account_number_digest)', 'is never changed'],
    ["update bank_account set bank_code = '002'", 'is never changed'],
    ['update bank_account set recorded_by = recorded_by + 1', 'is never changed'],
    ['update bank_account set kader_id = (select max(id) from kader)', 'is never changed'],
    ['delete from bank_account', 'append-only'],
    ['truncate bank_account cascade', 'append-only'],
  ])('the database refuses: %s', async (statement, words) => {
    await expect(dataSource.query(statement)).rejects.toThrow(words);
  });

  it('the database supersedes an account once', async () => {
    await dataSource.query('update bank_account set superseded_at = now()');
    await expect(dataSource.query('update bank_account set superseded_at = null')).rejects.toThrow(
      'is never changed',
    );
  });
});

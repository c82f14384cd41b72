import { accountNumbers } from '../support/account-numbers.js';
import { databaseBefore, nikLiterals } from '../support/sealed.js';

const YUSNIDARS = '10020210000001';
const RINAS = '10020210044555';

const { dataSource, upgrade, downgrade } = await databaseBefore(1790000003320);

// Written by the owner as it was before, with a former account, one of an heir, and an heir nobody confirmed.
await dataSource.query(`
  insert into region (code, name) values ('13', 'Sumatera Barat'), ('13.10', 'Dharmasraya'), ('13.10.04', 'Sitiung'),
    ('13.10.04.2001', 'Sitiung');
  insert into app_user (username, full_name, position, created_at) values ('ani', 'Ani', 'Kasi', now()),
    ('budi', 'Budi', 'Sekretaris', now());
  insert into roster_import (kind, file_name, file_sha256, imported_by, imported_at, counts)
    values ('roster', 'kader.csv', repeat('0', 64), 1, now(), '{}');
  alter table heir disable trigger user;
  alter table bank_account disable trigger user;`);
const kader = (nik: string, name: string) => ({ nik, name });
for (const one of [kader('1310044501850001', 'Yusnidar'), kader('1310044501850002', 'Desi')])
  await addKader(one);
const heir = (id: number, number: string) =>
  `insert into heir (kader_id, name, relation, died_on, proof_kind, proof_number, proof_date, proof_issuer, bank_code,
     account_number, account_name, recorded_by, recorded_at)
   values (${String(id)}, 'Rina', 'anak', '2026-08-14', 'surat', '470/31', '2026-09-02', 'Wali Nagari', '118', '${number}', 'RINA', 1, now())`;
const account = (id: number, number: string, heirId: string, superseded: string) =>
  `insert into bank_account (kader_id, bank_code, account_number, account_name, recorded_by, recorded_at, heir_id, superseded_at)
   values (${String(id)}, '118', '${number}', 'NAMA', 1, now(), ${heirId}, ${superseded})`;
for (const statement of [
  heir(1, RINAS),
  heir(2, '10020210077777'),
  'insert into heir_confirmation values (1, 2, now())',
  account(1, YUSNIDARS, 'null', 'now()'),
  account(1, RINAS, '1', 'null'),
  account(2, '10020210000002', 'null', 'null'),
  'alter table heir enable trigger user',
  'alter table bank_account enable trigger user',
]) {
  await dataSource.query(statement);
}
const before = await numbersBefore();

describe('account numbers of an older version', () => {
  beforeAll(upgrade);

  it('are sealed and digested, each for its table', async () => {
    expect(await numbersAfter()).toEqual(before);
  });

  it('stand nowhere open, not even in the rows on disk', async () => {
    const columns = await dataSource.query<unknown[]>(
      `select table_name from information_schema.columns where column_name = 'account_number'`,
    );
    expect(columns).toEqual([]);
    for (const table of ['bank_account', 'heir']) {
      const [{ bytes }] = await dataSource.query<[{ bytes: Buffer }]>(
        `select pg_read_binary_file(pg_relation_filepath('${table}')) as bytes`,
      );
      expect(bytes.length).toBeGreaterThan(0);
      expect(before.filter(({ number }) => bytes.includes(number))).toEqual([]);
    }
  });

  it('still belong to one kader, and the account of an heir to nobody else', async () => {
    const seal = (number: string) => {
      const { sealed, digest } = accountNumbers.seal('bank_account', number);
      return [sealed, digest];
    };
    const insert = (kaderId: number, number: string) =>
      dataSource.query(
        `insert into bank_account (kader_id, bank_code, account_number_sealed, account_number_digest, account_name, recorded_by, recorded_at)
         values (${String(kaderId)}, '118', $1, $2, 'LAIN', 1, now())`,
        seal(number),
      );
    await dataSource.query(
      'update bank_account set superseded_at = now() where kader_id = 1 and heir_id is not null',
    );
    await expect(insert(1, '10020210000002')).rejects.toMatchObject({
      constraint: 'bank_account_of_one_kader',
    });
  });

  it('are never changed', async () => {
    await expect(
      dataSource.query(`update bank_account set account_number_digest = sha256(account_number_digest)`),
    ).rejects.toMatchObject({ code: '42501' });
  });
});

it('are open again on the way back', async () => {
  await downgrade();
  expect(await numbersBefore()).toEqual(before);
});

interface Numbered {
  readonly of: string;
  readonly id: number;
  readonly number: string;
}

function numbersBefore(): Promise<Numbered[]> {
  return dataSource.query(
    `select 'bank_account' as of, id, account_number as number from bank_account
     union all select 'heir', id, account_number from heir
     union all select 'current_heir', id, account_number from current_heir order by 1, 2`,
  );
}

async function numbersAfter(): Promise<Numbered[]> {
  const rows = await dataSource.query<{ of: string; id: number; sealed: Buffer; digest: Buffer }[]>(
    `select 'bank_account' as of, id, account_number_sealed as sealed, account_number_digest as digest from bank_account
     union all select 'heir', id, account_number_sealed, account_number_digest from heir
     union all select 'current_heir', id, account_number_sealed, account_number_digest from current_heir order by 1, 2`,
  );
  return rows.map(({ of, id, ...stored }) => ({
    of,
    id,
    number: accountNumbers.open(of === 'bank_account' ? 'bank_account' : 'heir', stored),
  }));
}

async function addKader({ nik, name }: { nik: string; name: string }): Promise<void> {
  await dataSource.query(
    `insert into kader (nik_sealed, nik_digest, name, birth_date, sex, nagari_code, import_id)
     values (${nikLiterals(nik)}, '${name}', '1985-01-05', 'P', '13.10.04.2001', 1)`,
  );
}

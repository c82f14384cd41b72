import { purposes } from '../../src/core/privacy/purposes.js';
import { databaseBefore, nikDigest, testVault } from '../support/sealed.js';
import { ask } from '../support/session.js';

const SITI = '1310044501850001';
const RINA = '1310046505050003';
const KPJ = '12345678901';

const { url, dataSource, upgrade, downgrade } = await databaseBefore(1790000003300);
const run = (statement: string) => ask(url, statement);

/** Rows as the version before had them. */
await run(`insert into region (code, name) values ('13', 'Sumatera Barat'), ('13.10', 'Dharmasraya'),
  ('13.10.04', 'Sitiung'), ('13.10.04.2001', 'Sitiung')`);
await run(
  `insert into app_user (username, full_name, position, created_at) values ('ani', 'Ani', 'Kasi', now())`,
);
await run(`insert into roster_import (kind, file_name, file_sha256, imported_by, imported_at, counts)
  values ('roster', 'kader.csv', repeat('0', 64), 1, now(), '{}')`);
await run(`insert into kader (nik, name, birth_date, sex, nagari_code, deceased_on, import_id) values
  ('${SITI}', 'Siti', '1985-01-05', 'P', '13.10.04.2001', '2026-08-14', 1),
  ('${RINA}', 'Rina', '2005-05-25', 'P', '13.10.04.2001', null, 1)`);
const heir = (
  nik: string,
) => `insert into heir (kader_id, name, relation, nik, died_on, proof_kind, proof_number, proof_date,
    proof_issuer, bank_code, account_number, account_name, recorded_by, recorded_at)
  values (1, 'Rina', 'anak', ${nik}, '2026-08-14', 'surat', '470/31', '2026-09-02', 'Wali Nagari', '118', '100202100', 'RINA', 1, now())`;
await run(heir(`'${RINA}'`));
await run(heir('null'));
const fact = (kind: string, value: string) =>
  `insert into kader_tax_fact (kader_id, kind, value, valid_from, file_name, file_sha256, recorded_by, recorded_at)
   values (1, '${kind}', ${value}, '2026-01-01', 'pajak.csv', repeat('0', 64), 1, now())`;
await run(fact('npwp', `'padan'`));
await run(fact('participant', `'${KPJ}'`));
await run(fact('participant', 'null'));
await upgrade();

const opened = async (query: string, purpose: Parameters<typeof testVault.open>[0]) =>
  ((await run(query)) as (Buffer | null)[]).map((sealed) =>
    sealed === null ? null : testVault.open(purpose, sealed),
  );
const KADER = 'select nik_sealed from kader order by id';
const HEIRS = 'select nik_sealed from heir order by id';
const FACTS = 'select value_sealed from kader_tax_fact order by id';

describe('identity numbers of an older database', () => {
  it('are readable through the vault, and found by their digest', async () => {
    expect(await opened(KADER, purposes.kaderNik)).toEqual([SITI, RINA]);
    expect(await opened(HEIRS, purposes.heirNik)).toEqual([RINA, null]);
    expect(await opened(FACTS, purposes.participant)).toEqual([null, KPJ, null]);
    expect(await run('select value from kader_tax_fact order by id')).toEqual(['padan', null, null]);
    const [bySiti] = await dataSource.query<{ name: string }[]>(
      'select name from kader where nik_digest = $1',
      [nikDigest(SITI)],
    );
    expect(bySiti).toEqual({ name: 'Siti' });
    expect(
      await run('select heir.id from heir join kader using (nik_digest) where kader.id <> kader_id'),
    ).toEqual([1]);
  });

  it('are in the clear nowhere, not even in the files of the tables', async () => {
    await run('checkpoint');
    const tables = ['kader', 'heir', 'kader_tax_fact'];
    for (const number of [SITI, RINA, KPJ]) {
      for (const table of tables) {
        const found = await run(
          `select position('${number}'::bytea in pg_read_binary_file(pg_relation_filepath('${table}')))`,
        );
        expect(found).toEqual([0]);
        expect(
          await run(`select count(*)::int from ${table} where ${table}::text like '%${number}%'`),
        ).toEqual([0]);
      }
    }
  });

  it('keep one kader a NIK, and an heir another person', async () => {
    await expect(
      run(`insert into kader (nik_sealed, nik_digest, name, birth_date, sex, nagari_code, import_id)
        select nik_sealed, nik_digest, name, birth_date, sex, nagari_code, import_id from kader limit 1`),
    ).rejects.toMatchObject({ constraint: 'kader_nik_digest_key' });
    await expect(
      run(`insert into heir (kader_id, name, relation, nik_sealed, nik_digest, died_on, proof_kind, proof_number,
          proof_date, proof_issuer, bank_code, account_number_sealed, account_number_digest, account_name, recorded_by, recorded_at)
        select 1, name, relation, nik_sealed, (select nik_digest from kader where id = 1), died_on, proof_kind,
          proof_number, proof_date, proof_issuer, bank_code, account_number_sealed, account_number_digest, account_name, 1, now() from heir where id = 1`),
    ).rejects.toMatchObject({ constraint: 'heir_of_the_dead' });
    await expect(run(fact('participant', `'${KPJ}'`))).rejects.toMatchObject({
      constraint: 'participant_is_sealed',
    });
    await expect(run(`update heir set name = 'X'`)).rejects.toMatchObject({ code: '42501' });
  });

  it('come back when the version is undone', async () => {
    await downgrade();
    expect(await run('select nik::text from kader order by id')).toEqual([SITI, RINA]);
    expect(await run('select nik::text from heir order by id')).toEqual([RINA, null]);
    expect(await run('select value from kader_tax_fact order by id')).toEqual(['padan', KPJ, null]);
  });
});

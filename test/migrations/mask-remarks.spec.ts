import { createHash } from 'node:crypto';
import { accountLiterals } from '../support/account-numbers.js';
import { databaseBefore, testVault } from '../support/sealed.js';

const { dataSource, upgrade } = await databaseBefore(1790000003321);
const asked = createHash('sha256').update('a body').digest();

// Rows of the version before, without those they refer to: only what they say is the subject.
const runner = dataSource.createQueryRunner();
await runner.query(`set session_replication_role = replica`);
await runner.query(
  `insert into bank_account (kader_id, bank_code, account_number_sealed, account_number_digest, account_name, recorded_by, recorded_at)
   values (1, '118', ${accountLiterals('12345678')}, 'NAMA', 1, now())`,
);
for (const [reference, note] of [
  ['HK1-1-0001', 'rek 1234-5678 tutup'],
  ['HK1-1-0002', 'nama lain: NIK 1310044501850001'],
  ['HK1-1-0003', 'gagal 15-07-2026'],
] as const) {
  await runner.query(
    `insert into disbursement (request_id, kader_id, bank_account_id, amount, reference, state, result_on, result_note,
       entry_batch_id, entry_sequence)
     values ($1, 1, 1, 75000, $2, 'returned', '2026-07-15', $3, 1, 1)`,
    [Number(reference.slice(-1)), reference, note],
  );
}
await runner.query(
  `insert into idempotent_request (user_id, key, request_hash, started_at) values (1, 'key-00000001', $1, now())`,
  [asked],
);
await runner.query(`set session_replication_role = origin`);
await runner.release();
await upgrade();

it('masks the numbers in what banks said, and leaves the rest', async () => {
  const rows = await dataSource.query<{ note: string }[]>(
    'select result_note as note from disbursement order by reference',
  );
  expect(rows.map(({ note }) => note)).toEqual([
    'rek ****-5678 tutup',
    'nama lain: NIK ************0001',
    'gagal 15-07-2026',
  ]);
});

it('makes a keyed digest of the fingerprint of a request', async () => {
  const hash = testVault.digest('idempotent_request.request_hash', asked.toString('hex'));
  expect(await dataSource.query('select request_hash as hash from idempotent_request')).toEqual([{ hash }]);
});

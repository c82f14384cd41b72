import { DataSource } from 'typeorm';
import { purposes } from '../../../src/core/privacy/purposes.js';
import { RegionImportService } from '../../../src/modules/regions/region-import.service.js';
import { copyInto } from '../../../src/platform/database/copy-into.js';
import { AccountNumbers } from '../../../src/platform/secrets/account-numbers.js';
import { FieldVault } from '../../../src/platform/secrets/field-vault.js';
import type { BenchDatabase } from '../bench-database.js';

/** Rows a transaction: as large as a sheet that is imported. */
const CHUNK = 10_000;
const NAMES = ['Siti', 'Yusnidar', 'Rosmaniar', 'Aminah', 'Rina', 'Suarni', 'Elda', 'Nurhayati'];

/** The regions of the kabupaten, one posyandu in each nagari, and what imports need to exist. */
export async function aKabupaten({ app, owner }: BenchDatabase): Promise<void> {
  await app.get(RegionImportService).importRegions('config/regions/13.10-dharmasraya.csv');
  await owner.query(`
    insert into posyandu (registration_number, nagari_code, name)
      select code || '.001', code, 'Melati' from region where length(code) = 13;
    insert into app_user (username, full_name, position, created_at) values ('ani', 'Ani', 'Operator', now());
    insert into roster_import (kind, file_name, file_sha256, imported_by, imported_at, counts)
      values ('roster', 'bench', repeat('0', 64), 1, now(), '{}')`);
}

/** Fills the roster up to this many kader, spread over the nagari; one of a thousand has died. */
export async function fillRoster({ app, owner }: BenchDatabase, upTo: number): Promise<void> {
  const [{ count: from }] = await app
    .get(DataSource)
    .query<[{ count: number }]>('select count(*)::int as count from kader');
  for (let first = from + 1; first <= upTo; first += CHUNK) {
    await addKader(app, first, Math.min(first + CHUNK - 1, upTo));
  }
  await owner.query('vacuum analyze kader, appointment, bank_account');
}

async function addKader(app: BenchDatabase['app'], first: number, last: number): Promise<void> {
  const [vault, accounts, dataSource] = [app.get(FieldVault), app.get(AccountNumbers), app.get(DataSource)];
  const ids = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  const nagari = await dataSource.query<{ code: string }[]>(
    'select code from region where length(code) = 13 order by code',
  );
  await dataSource.transaction(async (tx) => {
    const columns = 'nik_sealed nik_digest name birth_date sex nagari_code import_id deceased_on'.split(' ');
    const people = ids.map((id) => {
      const nik = `131004410180${String(id).padStart(6, '0')}`.slice(-16);
      return [
        vault.seal(purposes.kaderNik, nik),
        vault.digest(purposes.nikDigest, nik),
        `${NAMES[id % NAMES.length] ?? ''} ${String(id)}`,
        '1980-01-01',
        'P',
        nagari[id % nagari.length]?.code ?? '',
        1,
        id % 1000 === 0 ? '2026-02-01' : null,
      ];
    });
    await copyInto(tx, 'kader', columns, people);
    const account = 'kader_id bank_code account_number_sealed account_number_digest account_name recorded_by';
    await copyInto(
      tx,
      'bank_account',
      `${account} recorded_at`.split(' '),
      ids.map((id) => {
        const { sealed, digest } = accounts.seal('bank_account', `70${String(id).padStart(8, '0')}`);
        return [id, '118', sealed, digest, `Kader ${String(id)}`, 1, '2026-01-05T00:00:00Z'];
      }),
    );
    await tx.query(
      `insert into appointment (kader_id, posyandu_id, role, bidang, sk_number, sk_date, valid_from, sk_valid_to, import_id)
       select kader.id, posyandu.id, 'kader', 'kesehatan', 'SK-1/2026', '2026-01-05', '2026-01-05', '2026-12-31', 1
       from kader join posyandu using (nagari_code) where kader.id between $1 and $2`,
      [first, last],
    );
  });
}

import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { purposes } from '../../../src/core/privacy/purposes.js';
import { serviceMonth } from '../../../src/core/shared/service-month.js';
import { RosterImportService } from '../../../src/modules/kader-roster/roster-import.service.js';
import { KeyRotationService } from '../../../src/modules/privacy/key-rotation.service.js';
import { ExplanationService } from '../../../src/modules/reports/explanation.service.js';
import { copyInto } from '../../../src/platform/database/copy-into.js';
import { temporaryFolder } from '../../support/embedded-folder.js';
import { testApp } from '../../support/app.js';
import { aPayingNagari } from '../../support/payments.js';
import { SITIUNG } from '../../support/nagari.js';
import { kaderCells, rosterCsv } from '../../support/roster-csv.js';
import { testVault } from '../../support/sealed.js';
import { appWithKeys, BOTH_KEYS, NEW_KEY } from '../../support/two-keys.js';

const ROWS = 100_000;
const { app, url } = await testApp();
const office = await aPayingNagari(app);
const nikOf = (row: number) => `13110441${String(row).padStart(8, '0')}`;

await app.get(DataSource).transaction(async (tx) => {
  const columns = 'nik_sealed nik_digest name birth_date sex nagari_code import_id'.split(' ');
  await copyInto(
    tx,
    'kader',
    columns,
    Array.from({ length: ROWS }, (_, row) => [
      testVault.seal(purposes.kaderNik, nikOf(row)),
      testVault.digest(purposes.nikDigest, nikOf(row)),
      `Kader ${String(row)}`,
      '1980-01-01',
      'P',
      SITIUNG,
      1,
    ]),
  );
});
await app.get(DataSource).query('analyze kader');

const rotating = await appWithKeys(url, BOTH_KEYS);
const working = await appWithKeys(url, BOTH_KEYS);
const without = await appWithKeys(url, BOTH_KEYS.split(',')[0] ?? '');
const folder = await temporaryFolder();

it('seals 100,000 rows again while others read and import, and no read fails', async () => {
  let isRotating = true;
  const rotation = rotating
    .get(KeyRotationService)
    .rotate({ userId: office.operator.id, address: 'baris perintah', agent: 'honor' })
    .finally(() => (isRotating = false));
  const done = { reads: 0, imports: 0 };

  const read = async () => {
    while (isRotating) {
      const kader = nikOf((done.reads * 7919) % ROWS);
      const { kader: shown } = await working
        .get(ExplanationService)
        .explain({ kader, month: serviceMonth('2026-07') });
      expect(shown.nik).toBe(`1311********${kader.slice(-4)}`);
      done.reads += 1;
    }
  };
  const importRosters = async () => {
    const file = join(folder, 'kader.csv');
    while (isRotating) {
      // Somebody new, and another name for those who were new at first.
      const round = done.imports;
      const rows = [...Array(10).keys(), 10 + round].map((row) =>
        kaderCells(row, {
          posyandu: 'Melati',
          name: `Kader ${'I'.repeat((round % 50) + 1)} ${'X'.repeat(row % 10)}`.trim(),
        }),
      );
      await writeFile(file, rosterCsv(rows));
      const report = await working
        .get(RosterImportService)
        .importRoster({ path: file, by: office.operator.id, acceptChanges: true });
      expect(report).toMatchObject({ problems: [], applied: true });
      done.imports += 1;
    }
  };
  const [report] = await Promise.all([rotation, read(), importRosters()]);
  const kader = report.columns.find(({ table }) => table === 'kader');
  expect(kader?.resealed).toBeGreaterThanOrEqual(ROWS);
  expect(report.columns.filter(({ remaining }) => remaining > 0)).toEqual([]);
  expect(done.reads).toBeGreaterThan(0);
  expect(done.imports).toBeGreaterThan(0);
  const { keys } = await rotating.get(KeyRotationService).status();
  expect(keys).toMatchObject([{ keyId: NEW_KEY, isCurrent: true }]);
});

it('leaves nothing that needs the old key', async () => {
  const explained = await without
    .get(ExplanationService)
    .explain({ kader: nikOf(99_999), month: serviceMonth('2026-07') });
  expect(explained.kader.nik).toBe('1311********9999');
});

import { migrations } from '../../migrations/index.js';
import type { Purpose } from '../../src/core/privacy/purpose.js';
import { purposes } from '../../src/core/privacy/purposes.js';
import { connectDatabase } from '../../src/platform/database/open-database.js';
import { parseFieldKeys } from '../../src/platform/secrets/field-keys.js';
import { FieldVault } from '../../src/platform/secrets/field-vault.js';
import type { MigrationKeys } from '../../src/platform/secrets/migration-vault.js';
import { emptyDatabaseUrl } from './database.js';
import { TEST_KEYS } from './field-keys.js';

const keys = parseFieldKeys(TEST_KEYS.HONOR_FIELD_KEYS, TEST_KEYS.HONOR_INDEX_KEY);

/** The vault of every test app. */
export const testVault = new FieldVault(keys);

/** The keys of every test app, for migrations. */
export const TEST_MIGRATION_KEYS: MigrationKeys = {
  read: () => Promise.resolve(keys),
  now: () => new Date('2026-10-05T03:00:00Z'),
};

/** What a kader or heir is found by. */
export function nikDigest(nik: string): Buffer {
  return testVault.digest(purposes.nikDigest, nik);
}

/** The same in hex, as a key of the database and of what a test expects. */
export function nikMark(nik: string): string {
  return nikDigest(nik).toString('hex');
}

/** The columns of `kader` that hold her NIK, as literals for SQL: `nik_sealed, nik_digest`. */
export function nikLiterals(nik: string): string {
  return `${sealedLiteral(purposes.kaderNik, nik)}, ${digestLiteral(purposes.nikDigest, nik)}`;
}

/** The text sealed as the test apps seal it, as a literal for SQL. */
export function sealedLiteral(purpose: Purpose, text: string): string {
  return bytesLiteral(testVault.seal(purpose, text));
}

/** Its digest, as a literal for SQL. */
export function digestLiteral(purpose: Purpose, text: string): string {
  return bytesLiteral(testVault.digest(purpose, text));
}

/**
 * A database of an earlier version: every migration before the one of this time is applied. `upgrade` applies the
 * others, `downgrade` undoes them. Closed and dropped after the last test of the file.
 */
export async function databaseBefore(time: number) {
  const url = await emptyDatabaseUrl();
  const dataSource = await connectDatabase({ url, entities: [], keys: TEST_MIGRATION_KEYS });
  afterAll(() => dataSource.destroy());
  const later = dataSource.migrations.filter(({ name }) => Number(name?.slice(-13)) >= time);
  const earlier = dataSource.migrations.filter((migration) => !later.includes(migration));
  expect(earlier.length + later.length).toBe(migrations.length);
  Object.assign(dataSource, { migrations: earlier });
  await dataSource.runMigrations({ transaction: 'each' });
  return {
    url,
    dataSource,
    upgrade: async () => {
      Object.assign(dataSource, { migrations: [...earlier, ...later] });
      await dataSource.runMigrations({ transaction: 'each' });
    },
    downgrade: async () => {
      for (const migration of later) {
        expect(migration.name).toBeDefined();
        await dataSource.undoLastMigration({ transaction: 'each' });
      }
    },
  };
}

function bytesLiteral(bytes: Buffer): string {
  return `'\\x${bytes.toString('hex')}'::bytea`;
}

import type { DataSource } from 'typeorm';
import { DomainError } from '../../core/shared/domain-error.js';

// Any fixed number does; it only has to be the same in every process of this application.
const MIGRATION_LOCK = 1_310_000_001;

/**
 * Brings the schema up to date, each migration in its own transaction. Processes that start together take
 * turns, and the later one finds nothing to do. @throws DomainError when the schema is newer than the app.
 */
export async function applyMigrations(dataSource: DataSource): Promise<void> {
  const session = dataSource.createQueryRunner();
  try {
    await session.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    refuseUnknown(dataSource, await appliedNames(dataSource));
    await dataSource.runMigrations({ transaction: 'each' });
  } finally {
    await session.query('select pg_advisory_unlock_all()').catch(() => undefined);
    await session.release();
  }
}

async function appliedNames(dataSource: DataSource): Promise<string[]> {
  const [{ exists }] = await dataSource.query<[{ exists: boolean }]>(
    `select to_regclass('migrations') is not null as exists`,
  );
  if (!exists) return [];
  const rows = await dataSource.query<{ name: string }[]>('select name from migrations order by id');
  return rows.map((row) => row.name);
}

function refuseUnknown(dataSource: DataSource, applied: readonly string[]): void {
  const known = new Set(dataSource.migrations.map((migration) => migration.name));
  const unknown = applied.find((name) => !known.has(name));
  if (unknown === undefined) return;
  throw new DomainError('unavailable', 'database.too-new', { migration: unknown });
}

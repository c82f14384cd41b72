import { DataSource } from 'typeorm';
import type { PostgresDataSourceOptions } from 'typeorm/driver/postgres/PostgresDataSourceOptions.js';
import { migrations } from '../../../migrations/index.js';
import { giveKeys, type MigrationKeys } from '../secrets/migration-vault.js';
import { applyMigrations } from './apply-migrations.js';
import { PreparingClient } from './preparing-client.js';
import { asUnreachable } from './unreachable.js';
import { valueParsers } from './value-parsers.js';

export interface DatabaseOptions {
  readonly url: string;
  readonly entities: readonly (new () => object)[];
  /** The role every statement runs as; that of the login unless told. */
  readonly role?: string;
  /** Connections at most; 10 unless told. */
  readonly poolSize?: number;
  /** For migrations that seal what was kept open; see `vaultOf`. */
  readonly keys?: MigrationKeys;
}

/** A pool on the database `url`, its schema up to date. @throws DomainError when it cannot be reached. */
export async function openDatabase(options: DatabaseOptions): Promise<DataSource> {
  const dataSource = await connectDatabase(options);
  try {
    await applyMigrations(dataSource);
    return dataSource;
  } catch (error) {
    await dataSource.destroy();
    throw error;
  }
}

/** A pool on the database `url` as it is, without touching its schema. */
export async function connectDatabase(options: DatabaseOptions): Promise<DataSource> {
  try {
    const dataSource = new DataSource(dataSourceOptions(options));
    if (options.keys !== undefined) giveKeys(dataSource, options.keys);
    return await dataSource.initialize();
  } catch (error) {
    throw asUnreachable(error, options.url);
  }
}

/** How TypeORM must be set up so that values are read as this application expects them. */
export function dataSourceOptions(options: DatabaseOptions): PostgresDataSourceOptions {
  return {
    type: 'postgres',
    url: options.url,
    entities: [...options.entities],
    migrations: [...migrations],
    synchronize: false,
    // No row of ours needs an extension that a migration did not create.
    installExtensions: false,
    poolSize: options.poolSize ?? 10,
    extra: { Client: PreparingClient, types: valueParsers, options: settingsOf(options) },
  };
}

// A date cast in SQL must not depend on where the server stands.
function settingsOf({ role }: DatabaseOptions): string {
  return role === undefined ? '-c TimeZone=UTC' : `-c TimeZone=UTC -c role=${role}`;
}

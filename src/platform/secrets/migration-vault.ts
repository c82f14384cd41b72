import type { DataSource, QueryRunner } from 'typeorm';
import { invariant } from '../../core/shared/invariant.js';
import { checkFieldKeys } from './field-key-check.js';
import type { FieldKeys } from './field-keys.js';
import { FieldVault } from './field-vault.js';

/** Where migrations find the keys, and what time it is when they are first used. */
export interface MigrationKeys {
  readonly read: () => Promise<FieldKeys>;
  readonly now: () => Date;
}

const keysOf = new WeakMap<DataSource, MigrationKeys>();

/** Lets the migrations that this data source runs ask for the vault. */
export function giveKeys(dataSource: DataSource, keys: MigrationKeys): void {
  keysOf.set(dataSource, keys);
}

/**
 * The vault, for a migration that seals what an older version kept open. Ask for it only when there are rows to
 * seal: an empty database is made without keys.
 *
 * @throws DomainError `vault.key-differs` when the database was sealed with other keys
 */
export async function vaultOf(runner: QueryRunner): Promise<FieldVault> {
  const given = keysOf.get(runner.dataSource);
  invariant(given !== undefined, 'a database with rows is migrated by a program that has the keys');
  const keys = await given.read();
  await checkFieldKeys(runner.manager, keys, given.now());
  return new FieldVault(keys);
}

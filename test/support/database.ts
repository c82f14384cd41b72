import { randomBytes } from 'node:crypto';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import { TEST_KEYS } from './field-keys.js';
import { setting } from './setting.js';
import { databaseOf, withDatabase } from '../../src/platform/database/database-url.js';
import { connectDatabase, type DatabaseOptions } from '../../src/platform/database/open-database.js';

/**
 * A database of this spec file alone, with every migration applied; dropped after its last test. Call it at
 * the top of the file: `const dataSource = await testDatabase();`.
 */
export async function testDatabase(entities: DatabaseOptions['entities'] = []): Promise<DataSource> {
  const dataSource = await connectDatabase({ url: await testDatabaseUrl(), entities });
  afterAll(() => dataSource.destroy());
  return dataSource;
}

/** The URL of such a database, for a test that starts an app on it. */
export async function testDatabaseUrl(): Promise<string> {
  return makeDatabase(`${setting('HONOR_TEST_PREFIX')}_template`);
}

/** The URL of a database with nothing in it, dropped after the last test of the file. */
export async function emptyDatabaseUrl(): Promise<string> {
  return makeDatabase('template0');
}

/** The URL of the database that the demonstration makes beside this one, dropped after the last test of the file. */
export function demoDatabaseUrl(url: string): string {
  const name = `${databaseOf(url)}_honor_demo`;
  afterAll(() => onServer(`drop database if exists "${name}" with (force)`));
  return withDatabase(url, name);
}

/** How an app is told of the database of this owner's URL: it connects as the application, migrates as the owner. */
export function databaseEnvironment(
  ownerUrl: string,
): Record<'DATABASE_URL' | 'DATABASE_OWNER_URL', string> & typeof TEST_KEYS {
  const url = new URL(ownerUrl);
  url.username = setting('HONOR_TEST_LOGIN');
  url.password = setting('HONOR_TEST_PASSWORD');
  return { DATABASE_URL: url.href, DATABASE_OWNER_URL: ownerUrl, ...TEST_KEYS };
}

/** The owner's URL of the database that an app or a pool works on. */
export function ownerUrlOf(dataSource: DataSource): string {
  return withDatabase(setting('HONOR_TEST_SERVER'), String(dataSource.driver.database));
}

async function makeDatabase(template: string): Promise<string> {
  const name = `${setting('HONOR_TEST_PREFIX')}_${randomBytes(6).toString('hex')}`;
  await onServer(`create database "${name}" template "${template}"`);
  afterAll(() => onServer(`drop database if exists "${name}" with (force)`));
  return withDatabase(setting('HONOR_TEST_SERVER'), name);
}

async function onServer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: setting('HONOR_TEST_SERVER') });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

import pg from 'pg';
import { readConfiguration } from '../../src/platform/configuration.js';
import { databaseOf, withDatabase } from '../../src/platform/database/database-url.js';
import { openApp } from '../../src/open-app.js';
import { SystemClock } from '../../src/platform/clock.js';
import { makeFieldKeys, parseFieldKeys } from '../../src/platform/secrets/field-keys.js';
import { reachDatabase } from '../../src/platform/database/reach-database.js';

/** The app on a database of its own, and the owner's connection to it. */
export interface BenchDatabase {
  readonly app: Awaited<ReturnType<typeof openApp>>;
  readonly owner: pg.Client;
}

/** Measures on a throw-away database, on the own server of the configuration or on the embedded one. */
export async function onBenchDatabase<Result>(measure: (database: BenchDatabase) => Promise<Result>) {
  const configuration = readConfiguration();
  const reached = await reachDatabase(configuration, { name: 'honor_bench', fresh: true });
  try {
    try {
      return await measureOn(reached, measure);
    } finally {
      await dropDatabase(reached.ownerUrl);
    }
  } finally {
    await reached.release();
  }
}

async function measureOn<Result>(
  { url, ownerUrl }: { readonly url: string; readonly ownerUrl: string },
  measure: (database: BenchDatabase) => Promise<Result>,
): Promise<Result> {
  const own = readConfiguration();
  const { fields, index } = makeFieldKeys();
  const fieldKeys = own.fieldKeys ?? parseFieldKeys(fields, index);
  const configuration = { ...own, databaseUrl: url, databaseOwnerUrl: ownerUrl, fieldKeys };
  const database = { name: 'honor_bench', fresh: false };
  const app = await openApp({ configuration, database, clock: new SystemClock() });
  const owner = new pg.Client({ connectionString: ownerUrl });
  try {
    await owner.connect();
    return await measure({ app, owner });
  } finally {
    await owner.end();
    await app.close();
  }
}

async function dropDatabase(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: withDatabase(ownerUrl, 'postgres') });
  await client.connect();
  try {
    await client.query(`drop database ${pg.escapeIdentifier(databaseOf(ownerUrl))}`);
  } finally {
    await client.end();
  }
}

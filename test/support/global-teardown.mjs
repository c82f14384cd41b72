import { readFile } from 'node:fs/promises';
import pg from 'pg';
import { removeRunFolder } from './run-folder.mjs';

/** Drops what this run made on the test server, and stops the server if it was ours. Errors nobody waited for fail the run. */
export default async function tearDown() {
  const server = globalThis.honorTestServer;
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  const { rows } = await client.query('select datname from pg_database where starts_with(datname, $1)', [
    process.env.HONOR_TEST_PREFIX,
  ]);
  for (const { datname } of rows) await client.query(`drop database "${datname}" with (force)`);
  await client.query(`drop role if exists "${process.env.HONOR_TEST_LOGIN}"`);
  await client.end();
  await server.stop();
  const errors = await readFile(process.env.HONOR_TEST_LATE_ERRORS, 'utf8').catch(() => '');
  await removeRunFolder(process.env.HONOR_TEST_FOLDER);
  if (errors !== '') throw new Error(`errors that no test waited for:\n${errors}`);
}

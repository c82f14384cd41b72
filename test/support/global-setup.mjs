import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { makeRunFolder } from './run-folder.mjs';
import { endAbandoned, startTestServer } from './test-server.mjs';

/** Starts the test server and makes the template, a database with every migration applied. */
export default async function setUp() {
  const { ensureRunning } = await fromBuild('embedded/embedded-server.js');
  const { processMark } = await fromBuild('../process-mark.js');
  const { recreateDatabase } = await fromBuild('administer-databases.js');
  const { openDatabase } = await fromBuild('open-database.js');
  const { withDatabase } = await fromBuild('database-url.js');

  const { folder, abandoned } = await makeRunFolder({ processMark });
  // What another user left is his to remove.
  for (const old of abandoned) await endAbandoned(old, { ensureRunning }).catch(() => undefined);
  const server = await startTestServer({ folder, ensureRunning });
  const prefix = `honor_test_${randomBytes(4).toString('hex')}`;
  await recreateDatabase(server.url, `${prefix}_template`);
  const template = await openDatabase({ url: withDatabase(server.url, `${prefix}_template`), entities: [] });
  const login = { name: `${prefix}_login`, password: randomBytes(12).toString('hex') };
  await template.query(`create role ${login.name} login password '${login.password}' in role honor_app`);
  await template.destroy();

  process.env.HONOR_TEST_SERVER = server.url;
  process.env.HONOR_TEST_FOLDER = folder;
  process.env.HONOR_TEST_LATE_ERRORS = join(folder, 'late-errors');
  process.env.HONOR_TEST_PREFIX = prefix;
  process.env.HONOR_TEST_LOGIN = login.name;
  process.env.HONOR_TEST_PASSWORD = login.password;
  globalThis.honorTestServer = server;
}

async function fromBuild(file) {
  try {
    return await import(`../../dist/src/platform/database/${file}`);
  } catch (cause) {
    throw new Error('The tests start the compiled app: run "npm run build" first.', { cause });
  }
}

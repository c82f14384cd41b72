import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * The PostgreSQL of this test run: TEST_DATABASE_URL, or an embedded one in a temporary folder, thrown away
 * afterwards. The compiled app starts it: jest does not translate what its global set-up imports.
 */
export async function startTestServer({ ensureRunning }) {
  const given = process.env.TEST_DATABASE_URL;
  if (given !== undefined && given !== '') return { url: given, stop: async () => undefined };
  const folder = await mkdtemp(join(await realpath(tmpdir()), 'honor-kader-test-'));
  const server = await ensureRunning({ dataFolder: folder, dataFolderIsChosen: false, durable: false });
  const stop = async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  };
  return { url: server.urlOf('postgres'), stop };
}

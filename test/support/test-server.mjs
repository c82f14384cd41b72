import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { removeRunFolder } from './run-folder.mjs';

/**
 * The PostgreSQL of this test run: TEST_DATABASE_URL, or an embedded one in the folder of the run, thrown away
 * afterwards. The compiled app starts it, as it does everywhere else.
 */
export async function startTestServer({ folder, ensureRunning }) {
  const given = process.env.TEST_DATABASE_URL;
  if (given !== undefined && given !== '') return { url: given, stop: async () => undefined };
  const data = dataOf(folder);
  await mkdir(data);
  const server = await ensureRunning(optionsFor(data));
  return { url: server.urlOf('postgres'), stop: () => server.stop() };
}

/** Ends what a run that was broken off left running, and takes its folder away. */
export async function endAbandoned(folder, { ensureRunning }) {
  const data = dataOf(folder);
  const isRunning = existsSync(join(data, 'postgres', 'cluster', 'postmaster.pid'));
  const server = isRunning ? await ensureRunning(optionsFor(data)) : undefined;
  await server?.stop();
  await removeRunFolder(folder);
}

function dataOf(folder) {
  return join(folder, 'server');
}

function optionsFor(dataFolder) {
  return { dataFolder, dataFolderIsChosen: false, durable: false };
}

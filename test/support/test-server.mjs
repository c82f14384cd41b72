import { existsSync } from 'node:fs';
import { mkdtemp, readdir, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const FOLDER = /^honor-kader-run-(\d+)-/;

/**
 * The PostgreSQL of this test run: TEST_DATABASE_URL, or an embedded one in a temporary folder, thrown away
 * afterwards. The compiled app starts it, as it does everywhere else.
 */
export async function startTestServer({ ensureRunning, processMark }) {
  const given = process.env.TEST_DATABASE_URL;
  if (given !== undefined && given !== '') return { url: given, stop: async () => undefined };
  const parent = await realpath(tmpdir());
  await removeLeftovers(parent, { ensureRunning, processMark });
  const folder = await mkdtemp(join(parent, `honor-kader-run-${process.pid}-`));
  const server = await ensureRunning(optionsFor(folder));
  return { url: server.urlOf('postgres'), stop: () => remove(folder, server) };
}

// A run that was broken off (Ctrl-C) has no tear-down: the next run ends its server.
async function removeLeftovers(parent, { ensureRunning, processMark }) {
  for (const name of await readdir(parent)) {
    const pid = FOLDER.exec(name)?.[1];
    if (pid === undefined || processMark(Number(pid)) !== undefined) continue;
    const folder = join(parent, name);
    const isRunning = existsSync(join(folder, 'postgres', 'cluster', 'postmaster.pid'));
    const server = isRunning ? ensureRunning(optionsFor(folder)) : Promise.resolve(undefined);
    // Another user's leftovers are theirs to remove.
    await server.then((running) => remove(folder, running)).catch(() => undefined);
  }
}

async function remove(folder, server) {
  await server?.stop();
  await rm(folder, { recursive: true, force: true });
}

function optionsFor(dataFolder) {
  return { dataFolder, dataFolderIsChosen: false, durable: false };
}

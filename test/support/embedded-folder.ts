import { existsSync } from 'node:fs';
import { chown, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { atEndOfFile } from './runner/at-end-of-file.js';
import { setting } from './setting.js';
import { ensureRunning, type EmbeddedOptions } from '../../src/platform/database/embedded/embedded-server.js';

/** A temporary folder, gone after the last test of the file; belongs to `uid` when root says so. */
export async function temporaryFolder(uid?: number): Promise<string> {
  const folder = await mkdtemp(join(setting('HONOR_TEST_FOLDER'), 'honor-kader-test-'));
  atEndOfFile(() => remove(folder));
  if (uid !== undefined) await chown(folder, uid, uid);
  return folder;
}

/** Options for an own embedded server in a temporary folder; what still runs there at the end is stopped. */
export async function embeddedFolder(choice: Partial<EmbeddedOptions> = {}): Promise<EmbeddedOptions> {
  const dataFolder = await temporaryFolder(choice.uid);
  return { dataFolder, dataFolderIsChosen: true, durable: false, ...choice };
}

async function remove(dataFolder: string): Promise<void> {
  if (existsSync(join(dataFolder, 'postgres', 'cluster', 'postmaster.pid'))) {
    const server = await ensureRunning({ dataFolder, dataFolderIsChosen: true, durable: false });
    await server.stop();
  }
  await rm(dataFolder, { recursive: true, force: true });
}

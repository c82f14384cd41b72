import { existsSync } from 'node:fs';
import { chown, mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureRunning, type EmbeddedOptions } from '../../src/platform/database/embedded/embedded-server.js';

const folders: string[] = [];

/** A temporary folder, gone after the last test of the file; belongs to `uid` when root says so. */
export async function temporaryFolder(uid?: number): Promise<string> {
  const folder = await mkdtemp(join(await realpath(tmpdir()), 'honor-kader-test-'));
  if (uid !== undefined) await chown(folder, uid, uid);
  folders.push(folder);
  return folder;
}

/** Options for an own embedded server in a temporary folder; what still runs there at the end is stopped. */
export async function embeddedFolder(choice: Partial<EmbeddedOptions> = {}): Promise<EmbeddedOptions> {
  const dataFolder = await temporaryFolder(choice.uid);
  return { dataFolder, dataFolderIsChosen: true, durable: false, ...choice };
}

afterAll(async () => {
  for (const dataFolder of folders) {
    if (existsSync(join(dataFolder, 'postgres', 'cluster', 'postmaster.pid'))) {
      const server = await ensureRunning({ dataFolder, dataFolderIsChosen: true, durable: false });
      await server.stop();
    }
    await rm(dataFolder, { recursive: true, force: true });
  }
});

import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { processMark } from '../database/embedded/process-mark.js';

const OF_PROCESS = /^honor-kerja-(\d+)-/;

/** A folder for files of this process, with a name of its own; readable by nobody else, and so is what lies in it. */
export function makeProcessFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), `honor-kerja-${String(process.pid)}-`));
}

/** Takes away the folders of processes that were killed: sheets with numbers of people in the clear may lie there. */
export async function removeAbandonedFolders(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const pid = OF_PROCESS.exec(name)?.[1];
    if (pid === undefined || processMark(Number(pid)) !== undefined) continue;
    // Another user's leftovers are theirs to remove.
    await rm(join(tmpdir(), name), { recursive: true, force: true }).catch(() => undefined);
  }
}

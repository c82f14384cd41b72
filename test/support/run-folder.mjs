import { constants } from 'node:fs';
import { access, chmod, mkdtemp, readdir, realpath, rm, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';

const FOLDER = /^honor-kader-run-(\d+)-/;
const SHARED_MEMORY = '/dev/shm';
const ROOM_BYTES = 6 * 1024 ** 3;

/**
 * A folder for the databases of this run, and those of runs that were broken off (Ctrl-C has no tear-down). In memory
 * where Linux has enough of it to spare: a database is a thousand small files, and a suite wants one of its own.
 */
export async function makeRunFolder({ processMark }) {
  const disk = await realpath(tmpdir());
  const memory = await sharedMemory();
  const abandoned = [];
  for (const parent of memory === undefined ? [disk] : [disk, memory])
    for (const name of await readdir(parent)) {
      const pid = FOLDER.exec(name)?.[1];
      if (pid !== undefined && processMark(Number(pid)) === undefined) abandoned.push(join(parent, name));
    }
  const folder = await mkdtemp(join(memory ?? disk, `honor-kader-run-${process.pid}-`));
  // Where root runs the tests, PostgreSQL runs as somebody else, who must find his way.
  await chmod(folder, 0o711);
  return { folder, abandoned };
}

/** Takes such a folder away. */
export async function removeRunFolder(folder) {
  await rm(folder, { recursive: true, force: true, maxRetries: 3 });
}

async function sharedMemory() {
  if (process.platform !== 'linux') return undefined;
  try {
    await access(SHARED_MEMORY, constants.W_OK | constants.X_OK);
    const { bavail, bsize } = await statfs(SHARED_MEMORY);
    return Math.min(bavail * bsize, process.availableMemory()) < ROOM_BYTES ? undefined : SHARED_MEMORY;
  } catch {
    return undefined;
  }
}

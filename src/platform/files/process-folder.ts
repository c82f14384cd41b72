import { createHash } from 'node:crypto';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { processMark } from '../process-mark.js';

/** Machine, number and mark of a process, as its folders have them in their names. */
const OF_PROCESS = /^honor-kerja-(?:([0-9a-f]{8})-(\d+)-(\d*)-)?/;

/** Nothing that is worked on lies untouched for so long. */
const LEFT_ALONE_MS = 24 * 60 * 60 * 1000;

/** A folder for files of this process, with a name of its own; readable by nobody else, and so is what lies in it. */
export function makeProcessFolder(): Promise<string> {
  const ours = [thisMachine(), String(process.pid), processMark(process.pid) ?? ''];
  return mkdtemp(join(tmpdir(), `honor-kerja-${ours.join('-')}-`));
}

/** Does something with such a folder, which is gone afterwards. */
export async function inProcessFolder<Result>(work: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = await makeProcessFolder();
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * Takes away the folders of processes that were killed: sheets with numbers of people in the clear may lie there. Of
 * processes of another machine (containers may share the folder) nothing is known here: theirs go after a day.
 */
export async function removeAbandonedFolders(now: Date): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const folder = join(tmpdir(), name);
    if (await isAbandoned(name, folder, now)) {
      // Another user's leftovers are theirs to remove.
      await rm(folder, { recursive: true, force: true }).catch(() => undefined);
    }
  }
}

async function isAbandoned(name: string, folder: string, now: Date): Promise<boolean> {
  const [ours, machine, pid, mark = ''] = OF_PROCESS.exec(name) ?? [];
  if (ours === undefined) return false;
  if (machine === thisMachine()) return !isAlive(Number(pid), mark);
  const found = await stat(folder).catch(() => undefined);
  return found !== undefined && now.getTime() - found.mtimeMs > LEFT_ALONE_MS;
}

// A container begins to count anew when it starts again: the same number is another process then.
function isAlive(pid: number, mark: string): boolean {
  const found = processMark(pid);
  return found !== undefined && (found === mark || found === '' || mark === '');
}

function thisMachine(): string {
  return createHash('sha256').update(hostname()).digest('hex').slice(0, 8);
}

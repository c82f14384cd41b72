import { randomBytes } from 'node:crypto';
import { chown, mkdir, open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { DomainError } from '../../../core/shared/domain-error.js';
import { uidOf } from './account.js';
import { failureOf } from './failure.js';
import type { Place } from './place.js';
import { runTool } from './run-tool.js';

/** A folder that PostgreSQL can serve, and the password of its one user. */
export interface Cluster {
  readonly folder: string;
  readonly user: string;
  readonly password: string;
}

const USER = 'honor';
const HALF_MADE = 'new-';

/**
 * The cluster in the data folder, made when there is none. It is made under another name and renamed when
 * complete: after a `kill -9` there is a whole one or none. Call it under the folder lock.
 */
export async function ensureCluster(place: Place, durable: boolean): Promise<Cluster> {
  const home = join(place.folder, 'postgres');
  if (!(await exists(home))) await makeCluster(place, home, durable);
  const file = join(home, 'password');
  const password = await readFile(file, 'utf8').catch(() => '');
  if (password === '') {
    throw new DomainError('unavailable', 'database.folder-incomplete', { folder: place.folder, file });
  }
  return { folder: join(home, 'cluster'), user: USER, password };
}

async function makeCluster(place: Place, home: string, durable: boolean): Promise<void> {
  await removeHalfMade(place.folder);
  const half = join(place.folder, `${HALF_MADE}${String(process.pid)}`);
  const passwordFile = join(half, 'password');
  await mkdir(half, { mode: 0o700 });
  await writeFile(passwordFile, randomBytes(24).toString('base64url'), { mode: 0o600, flush: true });
  if (place.runAs !== undefined) {
    await chown(passwordFile, place.runAs.uid, place.runAs.gid);
    await chown(half, place.runAs.uid, place.runAs.gid);
  }
  await initialise(place, half, passwordFile, durable);
  await rename(half, home);
  if (durable) await syncFolders(home, dirname(home));
}

async function initialise(place: Place, half: string, passwordFile: string, durable: boolean): Promise<void> {
  const args = ['-D', join(half, 'cluster'), '-U', USER, '-A', 'scram-sha-256', `--pwfile=${passwordFile}`];
  // The builtin provider sorts and upper-cases the same on every system, and after every upgrade of it.
  const locale = ['-E', 'UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const rest = ['--no-instructions', ...(durable ? [] : ['--no-sync'])];
  const run = await runTool(place.binaries.initdb, [...args, ...locale, ...rest], place.runAs);
  if (run.status === 0) return;
  await rm(half, { recursive: true, force: true });
  throw failureOf(run.output, place.folder, uidOf(place.runAs));
}

async function removeHalfMade(folder: string): Promise<void> {
  const left = (await readdir(folder)).filter((name) => name.startsWith(HALF_MADE));
  for (const name of left) await rm(join(folder, name), { recursive: true, force: true });
}

// initdb flushed the files; the renaming itself must reach the disk before the first commit does.
async function syncFolders(...folders: readonly string[]): Promise<void> {
  if (process.platform === 'win32') return;
  for (const folder of folders) {
    const handle = await open(folder);
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  }
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

import { randomUUID } from 'node:crypto';
import { link, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { DomainError } from '../../../core/shared/domain-error.js';
import { codeOf } from '../unreachable.js';
import { processMark } from '../../process-mark.js';

const POLL_MS = 50;
const WAIT_MS = 180_000;
const LOCK_FILE = /^lock\.(\d+)$/;

/**
 * Does `work` while no other process works on the folder. Survives `kill -9`: the lock is a file numbered
 * one above the last, held as long as the process written in it lives. The highest number is never deleted,
 * and only one process can create the next, so two can never both believe they hold it.
 */
export async function withFolderLock<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const number = await acquire(folder);
  try {
    return await work();
  } finally {
    await writeFile(lockPath(folder, number), '');
  }
}

async function acquire(folder: string): Promise<number> {
  for (let waited = 0; ; waited += POLL_MS) {
    const last = await lastNumber(folder);
    const holder = await livingHolder(folder, last);
    if (holder === undefined) {
      if (await take(folder, last + 1)) return last + 1;
      continue;
    }
    if (waited >= WAIT_MS) throw new DomainError('conflict', 'database.folder-busy', { folder, pid: holder });
    await pause(POLL_MS);
  }
}

// The content is written before the name appears, so nobody can see a lock without its holder.
async function take(folder: string, number: number): Promise<boolean> {
  const draft = join(folder, `lock-${randomUUID()}`);
  try {
    await writeFile(draft, `${String(process.pid)} ${processMark(process.pid) ?? ''}`);
    await link(draft, lockPath(folder, number));
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
  // We may have slept so long that our number was used and deleted meanwhile: a higher one tells.
  if ((await lastNumber(folder)) > number) {
    await rm(lockPath(folder, number), { force: true });
    return false;
  }
  await forgetBelow(folder, number);
  return true;
}

async function livingHolder(folder: string, number: number): Promise<number | undefined> {
  const content = await readFile(lockPath(folder, number), 'utf8').catch(emptyWhenMissing);
  const [pid = '', mark = ''] = content.split(' ');
  if (pid === '') return undefined;
  return processMark(Number(pid)) === mark ? Number(pid) : undefined;
}

async function lockNumbers(folder: string): Promise<number[]> {
  const names = await readdir(folder);
  return names.map((name) => Number(LOCK_FILE.exec(name)?.[1] ?? 0));
}

async function lastNumber(folder: string): Promise<number> {
  return Math.max(0, ...(await lockNumbers(folder)));
}

async function forgetBelow(folder: string, number: number): Promise<void> {
  const older = (await lockNumbers(folder)).filter((other) => other > 0 && other < number);
  for (const other of older) await rm(lockPath(folder, other), { force: true });
}

function emptyWhenMissing(error: unknown): string {
  if (codeOf(error) === 'ENOENT') return '';
  throw error;
}

function lockPath(folder: string, number: number): string {
  return join(folder, `lock.${String(number)}`);
}

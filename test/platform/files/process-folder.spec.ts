import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import {
  inProcessFolder,
  makeProcessFolder,
  removeAbandonedFolders,
} from '../../../src/platform/files/process-folder.js';
import { processMark } from '../../../src/platform/process-mark.js';

const NOW = new Date('2026-10-05T03:00:00Z');
const YESTERDAY = new Date('2026-10-04T02:59:59Z');

let ours = '';
let machine = '';
const made: string[] = [];

beforeAll(async () => {
  ours = await makeProcessFolder();
  machine = basename(ours).split('-')[2] ?? '';
});

afterAll(() => Promise.all([ours, ...made].map((folder) => rm(folder, { recursive: true, force: true }))));

async function left(whose: string, touched = NOW): Promise<string> {
  const draft = await mkdtemp(join(tmpdir(), `${whose}-`));
  await writeFile(join(draft, 'kader.csv'), 'NIK');
  await utimes(draft, touched, touched);
  const folder = join(tmpdir(), `honor-kerja-${basename(draft)}`);
  // Services that other tests start meanwhile sweep too, so it comes there whole.
  await rename(draft, folder);
  made.push(folder);
  return folder;
}

async function areKept(...folders: readonly string[]): Promise<boolean[]> {
  await removeAbandonedFolders(NOW);
  return folders.map((folder) => existsSync(folder));
}

it('takes away what a dead process left, and nothing of a living one', async () => {
  const { pid } = spawnSync(process.execPath, ['--version']);
  const abandoned = await left(`${machine}-${String(pid)}-7`);
  expect(await areKept(abandoned, ours)).toEqual([false, true]);
});

it('takes away what a process left whose number is ours now, as after the restart of a container', async () => {
  const mark = Number(processMark(process.pid)) - 1;
  const ofBefore = await left(`${machine}-${String(process.pid)}-${String(mark)}`);
  expect(await areKept(ofBefore, ours)).toEqual([false, true]);
});

it('takes nothing of a living process whose mark was not known', async () => {
  const unmarked = await left(`${machine}-${String(process.pid)}-`);
  expect(await areKept(unmarked)).toEqual([true]);
});

it('leaves what another machine works on, until nobody has touched it for a day', async () => {
  const another = machine.replace(/^./, (digit) => (digit === '0' ? '1' : '0'));
  const [fresh, old] = [await left(`${another}-1-7`), await left(`${another}-1-7`, YESTERDAY)];
  const [unknown, oldUnknown] = [await left('4711'), await left('4711', YESTERDAY)];
  expect(await areKept(fresh, old, unknown, oldUnknown)).toEqual([true, false, true, false]);
});

it('says whose it is, and is for this user alone', async () => {
  expect(basename(ours)).toMatch(new RegExp(`^honor-kerja-[0-9a-f]{8}-${String(process.pid)}-\\d*-\\w{6}$`));
  expect((await stat(ours)).mode & 0o777).toBe(0o700);
});

it('is gone after what was done in it, also when that failed', async () => {
  const folders: string[] = [];
  const work = async (folder: string) => {
    folders.push(folder);
    await writeFile(join(folder, 'kader.csv'), 'NIK');
    if (folders.length > 1) throw new Error('broken');
    return 'done';
  };
  expect(await inProcessFolder(work)).toBe('done');
  await expect(inProcessFolder(work)).rejects.toThrow('broken');
  expect(folders.map((folder) => existsSync(folder))).toEqual([false, false]);
});

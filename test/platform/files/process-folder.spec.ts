import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { makeProcessFolder, removeAbandonedFolders } from '../../../src/platform/files/process-folder.js';

it('takes away what a dead process left, and nothing of a living one', async () => {
  const { pid } = spawnSync(process.execPath, ['--version']);
  const abandoned = await mkdtemp(join(tmpdir(), `honor-kerja-${String(pid)}-`));
  await writeFile(join(abandoned, 'kader.csv'), 'NIK');
  const ours = await makeProcessFolder();

  await removeAbandonedFolders();

  expect(existsSync(abandoned)).toBe(false);
  expect(existsSync(ours)).toBe(true);
  expect(basename(ours)).toContain(String(process.pid));
  await rm(ours, { recursive: true });
});

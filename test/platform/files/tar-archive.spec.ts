import { execFileSync } from 'node:child_process';
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { packFolder } from '../../../src/platform/files/tar-archive.js';
import { temporaryFolder } from '../../support/embedded-folder.js';

describe('a packed folder', () => {
  const files = {
    'a.csv': 'satu\n',
    'kosong.csv': '',
    'besar.txt': 'x'.repeat(100_001),
    'pas.txt': 'y'.repeat(512),
  };

  it('is unpacked by tar as it was, and is the same bytes again', async () => {
    const folder = await temporaryFolder();
    const source = join(folder, 'isi');
    await mkdir(source);
    for (const [name, text] of Object.entries(files)) await writeFile(join(source, name), text);
    const [pack, again, target] = ['satu.tar.gz', 'dua.tar.gz', 'luar'].map((name) => join(folder, name));
    await packFolder(source, String(pack));
    await packFolder(source, String(again));
    expect((await readFile(String(pack))).equals(await readFile(String(again)))).toBe(true);
    expect((await stat(String(pack))).mode & 0o777).toBe(0o600);

    await mkdir(String(target));
    execFileSync('tar', ['xzf', String(pack), '-C', String(target)]);
    const names = await readdir(String(target));
    const unpacked = await Promise.all(
      names.map(async (name) => [name, await readFile(join(String(target), name), 'utf8')]),
    );
    expect(Object.fromEntries(unpacked)).toEqual(files);
  });
});

import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { prepareFolder } from '../../../src/modules/demo/prepare-folder.js';
import { temporaryFolder } from '../../support/embedded-folder.js';
import { refusalCodes } from '../../support/refusal.js';

describe('prepareFolder', () => {
  it('makes a folder, and clears what an earlier demonstration left, also one cut short', async () => {
    const folder = join(await temporaryFolder(), 'hasil');
    await prepareFolder(folder);
    await mkdir(join(folder, 'lembar'));
    await writeFile(join(folder, 'catatan.txt'), 'punya saya');
    await prepareFolder(folder);
    expect((await readdir(folder)).sort()).toEqual(['catatan.txt', 'summary.json']);
  });

  it.each([
    ['without a summary', {}],
    ['with a summary of somebody else', { 'summary.json': '{"total": 3}' }],
    ['with a summary that is no JSON', { 'summary.json': 'total: 3' }],
  ])('deletes nothing of a folder %s', async (_, files) => {
    const folder = await temporaryFolder();
    await mkdir(join(folder, 'pembayaran'));
    for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
    expect(await refusalCodes(() => prepareFolder(folder))).toEqual(['demo.folder-of-others']);
    expect(await readdir(folder)).toContain('pembayaran');
  });

  it('says why a folder cannot be used', async () => {
    const file = join(await temporaryFolder(), 'berkas');
    await writeFile(file, '');
    expect(await refusalCodes(() => prepareFolder(file))).toEqual(['demo.folder-unusable']);
    expect(await refusalCodes(() => prepareFolder(join(file, 'di-bawahnya')))).toEqual([
      'demo.folder-unusable',
    ]);
  });
});

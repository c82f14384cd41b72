import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeFileAtomically } from '../../../src/platform/files/write-file-atomically.js';

describe('writeFileAtomically', () => {
  let folder = '';

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'honor-files-'));
  });

  afterEach(() => rm(folder, { recursive: true }));

  it('writes all pieces and says what stands on disk', async () => {
    const path = join(folder, 'baru', 'a.csv');
    const pieces = Array.from({ length: 5000 }, (_, index) => `baris ${String(index)}, é\n`);
    const written = await writeFileAtomically(path, pieces);
    const content = await readFile(path);
    expect(content.toString()).toBe(pieces.join(''));
    expect(written).toEqual({
      path,
      bytes: content.length,
      sha256: createHash('sha256').update(content).digest('hex'),
    });
  });

  it('leaves the earlier file and no draft when the pieces fail halfway', async () => {
    const path = join(folder, 'a.csv');
    await writeFileAtomically(path, ['lama']);
    function* failing() {
      yield 'x'.repeat(100_000);
      throw new Error('putus');
    }
    await expect(writeFileAtomically(path, failing())).rejects.toThrow('putus');
    expect(await readFile(path, 'utf8')).toBe('lama');
    expect(await readdir(folder)).toEqual(['a.csv']);
  });
});

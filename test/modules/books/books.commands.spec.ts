import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sha256 } from '../../../src/platform/sha256.js';
import { testApp } from '../../support/app.js';
import { aPaidMonth } from '../../support/books.js';
import { honorOn } from '../../support/commands.js';
import { temporaryFolder } from '../../support/embedded-folder.js';
import { SIGUNTUR } from '../../support/nagari.js';

const { app, clock } = await testApp();
await aPaidMonth(app);
const folder = await temporaryFolder();

const honor = honorOn({ app, clock });
const OCTOBER = ['--payer', SIGUNTUR, '--month', '2026-10'];

describe('honor book', () => {
  it('prints a book as lines, and as JSON with whole rupiah', async () => {
    const printed = await honor('book', 'bku', ...OCTOBER);
    expect(printed).toMatchObject({ status: 0, stderr: '' });
    expect(printed.stdout).toContain('BUKU KAS UMUM');
    expect(printed.stdout).toContain('saldo akhir Rp525.000 (lima ratus dua puluh lima ribu rupiah)');
    const { stdout } = await honor('--json', 'book', 'bku', ...OCTOBER);
    expect(JSON.parse(stdout)).toMatchObject({ book: 'bku', month: '2026-10', opening: 0, closing: 525_000 });
  });

  it.each(['xlsx', 'pdf'])('writes the same %s again at the same position', async (ending) => {
    const paths = ['satu', 'dua'].map((name) => join(folder, `${name}.${ending}`));
    for (const path of paths) {
      const written = await honor('--json', 'book', 'bank', ...OCTOBER, '--at-position', '3', '--out', path);
      expect(written).toMatchObject({ status: 0, stderr: '' });
      expect(JSON.parse(written.stdout)).toMatchObject({
        position: 3,
        file: { path, sha256: sha256(await readFile(path)).toString('hex') },
      });
    }
    const [one, other] = await Promise.all(paths.map((path) => readFile(path)));
    expect(one?.equals(other ?? Buffer.alloc(0))).toBe(true);
  });

  it.each([
    { words: ['pajak', ...OCTOBER], says: 'Nihil' },
    { words: ['kegiatan', ...OCTOBER], says: 'sumber dana DDS 2026' },
    { words: ['tutup', ...OCTOBER], says: 'REGISTER PENUTUPAN KAS' },
    { words: ['kader', '1310044101800002'], says: '1310********0002' },
    { words: ['neraca', '--month', '2026-10'], says: 'Assets:Cash:13-10-04-2002' },
    { words: ['realisasi', '--year', '2026', '--until', '2026-10'], says: '2,50' },
  ])('has $words.0', async ({ words, says }) => {
    const printed = await honor('book', ...words);
    expect(printed).toMatchObject({ status: 0, stderr: '' });
    expect(printed.stdout).toContain(says);
  });

  it.each([
    { words: ['bku', '--payer', 'X', '--month', '2026-10'], code: 'payment.payer-unknown' },
    { words: ['bku', '--payer', SIGUNTUR, '--month', '2026-01'], code: 'book.month-before-books' },
    { words: ['bku', ...OCTOBER, '--at-position', '99'], code: 'book.position-beyond-chain' },
    { words: ['kader', '999'], code: 'book.kader-unknown' },
  ])('refuses $words with its code, and no file', async ({ words, code }) => {
    const path = join(folder, 'ditolak.pdf');
    const refused = await honor('book', ...words, '--out', path);
    expect(refused).toMatchObject({ status: 1, stdout: '' });
    expect(refused.stderr).toMatch(new RegExp(`^${code}: `));
    await expect(readFile(path)).rejects.toThrow('ENOENT');
  });

  it.each([
    { words: ['bku', ...OCTOBER, '--out', 'buku.docx'], says: '.xlsx atau .pdf' },
    { words: ['bku', ...OCTOBER, '--at-position', '0'], says: 'mulai dari 1' },
    { words: ['bku', '--payer', SIGUNTUR, '--month', '2026-13'], says: '2026-13' },
    { words: ['neraca', '--month', '2026-10', '--until', '2026-10'], says: 'cannot be used with' },
    { words: ['kader', '131004410180000'], says: '15 karakter' },
    { words: ['realisasi', '--year', '26'], says: 'empat angka' },
  ])('does not understand $words', async ({ words, says }) => {
    const refused = await honor('book', ...words);
    expect(refused).toMatchObject({ status: 2, stdout: '' });
    expect(refused.stderr).toContain(says);
  });
});

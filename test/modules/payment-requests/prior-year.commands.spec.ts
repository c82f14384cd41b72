import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { testApp } from '../../support/app.js';
import { honorOn } from '../../support/commands.js';
import { temporaryFolder } from '../../support/embedded-folder.js';
import { answerFindings } from '../../support/findings.js';
import { SIGUNTUR } from '../../support/nagari.js';
import { aPayingNagari, calculate } from '../../support/payments.js';
import { addLines, DECEMBER, FEBRUARY_1 } from '../../support/year-end.js';

const { app, clock } = await testApp();
const office = await aPayingNagari(app);
clock.moveTo(FEBRUARY_1);
await calculate(app, office, [DECEMBER]);
await addLines(app, office, [['UTANG', 2027, 500_000n]]);
const honor = honorOn({ app, clock });

const basis = [
  '--basis',
  'Perbup 3/2027',
  '--basis-date',
  '2027-01-20',
  '--basis-title',
  'Utang honor 2026',
] as const;
const debt = ['request', 'draft', '--payer', SIGUNTUR, '--months', '2026-12', '--by', 'ani'] as const;

async function said(...words: readonly string[]): Promise<string> {
  const { status, stdout, stderr } = await honor(...words);
  expect({ status, stderr, words }).toEqual({ status: 0, stderr: '', words });
  return stdout;
}

it('the end of a year, step by step on the command line', async () => {
  expect(await said('report', 'year-end', '--year', '2026', '--payer', SIGUNTUR)).toContain(
    'Rp150.000 hak kader belum dibayar. Hak itu tidak hangus',
  );
  const closed = await said(
    'funding',
    'close-year',
    '2026',
    '--payer',
    SIGUNTUR,
    '--basis',
    'BA 1',
    '--by',
    'datuk',
  );
  expect(closed).toContain('Tahun anggaran 2026 untuk 13.10.04.2002 ditutup 1 Februari 2027, dasar BA 1.');
  expect(closed).toContain('hangus Rp1.000.000; utang kepada kader Rp100.000');
  expect(await said('funding', 'list')).toContain('tersedia Rp0, hangus Rp1.000.000');
  expect(await said('honor', 'explain', '1310044101800001', '--month', '2026-12')).toContain(
    'Utang tahun anggaran 2026',
  );

  const marked = await said('funding', 'mark-prior-year', SIGUNTUR, 'UTANG', '2027', ...basis, '--by', 'ani');
  expect(marked).toContain('ditandai untuk utang tahun lalu');
  const drafted = await said(...debt, '--prior-year', '--line', 'UTANG/2027', ...basis);
  expect(drafted).toContain('draf, Rp150.000 untuk 2 kader, utang tahun anggaran 2026');
  const number = `0001/SPP-UTANG-2026/${SIGUNTUR}/2027`;
  expect(await said('request', 'show', number)).toContain(
    'Dasar Perbup 3/2027 tanggal 20 Januari 2027 tentang Utang honor 2026',
  );
  expect(await said('request', 'list')).toContain('utang tahun anggaran 2026');
  await answerFindings(app, number, office.operator.id);
  for (const [step, by] of [
    ['submit', 'ani'],
    ['verify', 'budi'],
    ['approve', 'datuk'],
    ['release', 'eka'],
  ] as const) {
    await said('request', step, number, '--by', by);
  }
  const folder = await temporaryFolder();
  await said('disbursement', 'export', number, '--out', folder);
  const unfunded = JSON.parse(await said('--json', 'funding', 'unfunded', '--payer', SIGUNTUR)) as object;
  expect(unfunded).toMatchObject({ owed: 0, priorYear: 0, differences: [] });
  const file = join(folder, 'belum-ada-dana.xlsx');
  await said('funding', 'unfunded', '--year', '2026', '--out', file);
  expect((await readFile(file)).subarray(0, 2).toString()).toBe('PK');
});

it('refuses half a debt, and names what is missing', async () => {
  const misused = [
    [...debt, '--prior-year'],
    [...debt, '--prior-year', '--line', 'UTANG/2027', '--basis', 'x'],
    [...debt, '--basis', 'x'],
    ['funding', 'unfunded', '--payer', 'TIDAK-ADA'],
  ];
  const answers = await Promise.all(misused.map((words) => honor(...words)));
  expect(answers.map(({ status, stderr }) => [status, /--[a-z-]+|TIDAK-ADA/.exec(stderr)?.[0]])).toEqual([
    [1, '--line'],
    [1, '--basis-date'],
    [1, '--basis'],
    [1, 'TIDAK-ADA'],
  ]);
  expect((await honor(...debt, '--prior-year', '--line', 'UTANG-2027')).status).toBe(2);
});

import { testApp } from '../../support/app.js';
import { honorOn } from '../../support/commands.js';
import { addFunding, anOffice, SIGUNTUR } from '../../support/nagari.js';

const { app, clock } = await testApp();
await addFunding(app, await anOffice(app), SIGUNTUR, 1_000_000n);
const honor = honorOn({ app, clock });
const source = `${SIGUNTUR}/DDS/2026`;
const line = [SIGUNTUR, 'DDS', '2026', '--by', 'eka'] as const;
// A year back and explained, because the command line runs by the real clock.
const tranche = ['--on', '2024-01-15', '--note', 'salur awal', '--reference', 'SP2D 1'] as const;

describe('honor funding', () => {
  it('records a tranche, shows it, and undoes it', async () => {
    const receive = ['funding', 'receive', ...line, ...tranche, '--amount', '400000'] as const;
    const recorded = await honor(...receive);
    expect(recorded).toMatchObject({ status: 0, stderr: '' });
    expect(recorded.stdout).toContain('diterima Rp400.000 tanggal 15 Januari 2024 (SP2D 1)');
    expect((await honor(...receive)).stdout).toContain('sudah tercatat diterima Rp400.000');
    expect((await honor('funding', 'list')).stdout).toContain(
      `${source}: pagu Rp1.000.000, terikat Rp0, terpakai Rp0, tersedia Rp1.000.000; kas diterima Rp400.000, dibayar Rp0, sisa Rp400.000`,
    );
    const undo = ['funding', 'undo-receipt', ...line, '--reference', 'SP2D 1', '--reason', 'salah'] as const;
    expect((await honor(...undo)).stdout).toContain('dibatalkan penerimaan Rp400.000');
    const { stdout } = await honor('--json', 'funding', 'list');
    expect(JSON.parse(stdout)).toContainEqual(
      expect.objectContaining({ source, received: 0, paid: 0, cashAvailable: 0 }),
    );
  });

  it('lowers a ceiling, also to nothing', async () => {
    const lowered = await honor(
      'funding',
      'revise',
      SIGUNTUR,
      'ADN',
      '2026',
      '--to',
      '0',
      '--basis',
      'DPPA 2',
      '--by',
      'ani',
    );
    expect(lowered).toMatchObject({ status: 0, stderr: '' });
    expect(lowered.stdout).toContain('pagu Rp1.000.000 menjadi Rp0.');
  });

  it.each([
    ['an amount with dots', ['--amount', '400.000', '--on', '2024-01-15'], 'tanpa titik'],
    ['an amount of nothing', ['--amount', '0', '--on', '2024-01-15'], 'tanpa titik'],
    ['a day as people write it', ['--amount', '400000', '--on', '15/01/2024'], 'tahun-bulan-hari'],
  ])('calls %s misuse', async (_, words, hint) => {
    const misused = await honor('funding', 'receive', ...line, '--reference', 'SP2D 2', ...words);
    expect(misused).toMatchObject({ status: 2, stdout: '' });
    expect(misused.stderr).toContain(hint);
  });
});

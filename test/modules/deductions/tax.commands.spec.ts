import { OCTOBER_5, testApp } from '../../support/app.js';
import { honorOn } from '../../support/commands.js';
import { SIGUNTUR, withFile } from '../../support/nagari.js';
import { aDraft, aPayingNagari, takeSteps } from '../../support/payments.js';

const { app, clock } = await testApp();
const office = await aPayingNagari(app);
const honor = honorOn({ app, clock });

describe('honor deduction-policy and honor tax', () => {
  it('imports a policy, chooses it, and lists both', async () => {
    const file = 'config/deductions/pph21-bukan-pegawai.yaml';
    const imported = await honor('deduction-policy', 'import', file, '--by', 'ani');
    expect(imported).toMatchObject({ status: 0, stderr: '' });
    expect(imported.stdout).toContain('Tersimpan: pph21-bukan-pegawai versi 1');
    const choose = ['deduction-policy', 'choose', 'pph21-bukan-pegawai', '--payer', SIGUNTUR] as const;
    const chosen = await honor(
      ...choose,
      '--from',
      '2026-01-01',
      '--note',
      'Surat KPP 9/2026',
      '--by',
      'ani',
    );
    expect(chosen.stdout).toContain('PPh 21 memakai pph21-bukan-pegawai sejak 1 Januari 2026.');
    const { stdout } = await honor('--json', 'deduction-policy', 'list');
    const { policies, choices } = JSON.parse(stdout) as { policies: object[]; choices: object[] };
    expect(policies).toContainEqual(expect.objectContaining({ code: 'pph21-bukan-pegawai', dueDay: 15 }));
    const choice = { payer: SIGUNTUR, policy: 'pph21-bukan-pegawai', note: 'Surat KPP 9/2026' };
    expect(choices).toContainEqual(expect.objectContaining(choice));
    expect((await honor('deduction-policy', 'list')).stdout).toContain(
      'dipilih Ani Marlina (Surat KPP 9/2026)',
    );
  });

  it('imports what is known of kader', async () => {
    const content = 'NIK;NAMA;BERLAKU SEJAK;GOLONGAN\n1310044101800002;Rosmaniar;01/02/2026;IV/a';
    await withFile('catatan.csv', content, async (path) => {
      const { status, stdout } = await honor('deduction-policy', 'facts', 'import', path, '--by', 'ani');
      expect([status, stdout]).toEqual([0, 'Baru: 1, berubah: 0, tidak berubah: 0.\nTersimpan.\n']);
    });
  });

  it('shows what was withheld, step by step, and passes it on', async () => {
    const number = await aDraft(app, office);
    clock.moveTo(new Date('2024-02-20T03:00:00Z'));
    await takeSteps(app, office, number, 'release');
    clock.moveTo(OCTOBER_5);
    const shown = (await honor('request', 'show', number)).stdout;
    expect(shown).toContain('Rp136.875 (bruto Rp150.000, potongan Rp13.125) untuk 2 kader');
    expect(shown).toContain('Golongan IV sejak 1 Februari 2026. 15% dari Rp75.000 = Rp11.250.');
    expect((await honor('tax', 'list')).stdout).toBe(
      `${SIGUNTUR} PPh 21 masa Februari 2024: terutang Rp13.125, disetor Rp0, sisa Rp13.125, jatuh tempo 15 Maret 2024 (TERLAMBAT)\n`,
    );
    const remit = ['tax', 'remit', '--payer', SIGUNTUR, '--kind', 'pph21', '--period', '2024-02'] as const;
    const rest = ['--ntpn', 'ABCDEF0123456789', '--on', '2024-03-10', '--by', 'eka'] as const;
    const remitted = await honor(...remit, ...rest, '--amount', '13125');
    expect(remitted.stdout).toBe(
      `${SIGUNTUR}: disetor PPh 21 masa Februari 2024 Rp13.125, bukti ABCDEF0123456789; sisa Rp0.\n`,
    );
    const [month] = JSON.parse(
      (await honor('--json', 'tax', 'list', '--payer', SIGUNTUR)).stdout,
    ) as object[];
    expect(month).toMatchObject({ remitted: 13_125, outstanding: 0, proofs: ['ABCDEF0123456789'] });
    const again = await honor(...remit, ...rest, '--amount', '1');
    expect(again).toMatchObject({ status: 1, stdout: '' });
    expect(again.stderr).toContain('remittance.proof-used');
  });

  it.each([
    ['another deduction', ['--kind', 'lain-lain', '--amount', '1'], 'potongan lain tidak ada'],
    ['an amount with dots', ['--kind', 'bpjs', '--amount', '1.000'], 'tanpa titik'],
  ])('calls %s misuse', async (_, words, hint) => {
    const rest = [
      '--period',
      '2024-02',
      '--ntpn',
      'X',
      '--on',
      '2024-03-10',
      '--by',
      'eka',
      '--payer',
      SIGUNTUR,
    ];
    const misused = await honor('tax', 'remit', ...words, ...rest);
    expect(misused).toMatchObject({ status: 2, stdout: '' });
    expect(misused.stderr).toContain(hint);
  });
});

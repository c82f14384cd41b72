import { testApp } from '../../support/app.js';
import { honorOn } from '../../support/commands.js';
import { SIGUNTUR } from '../../support/nagari.js';
import { aPaidQuarter, lowerTheRate } from '../../support/overpayments.js';
import { calculate } from '../../support/payments.js';

const { app, clock } = await testApp();
const { office, quarter } = await aPaidQuarter(app);
await lowerTheRate(app, office, 50_000);
await calculate(app, office, quarter);
const honor = honorOn({ app, clock });
const NIK = '1310044101800001';

describe('honor overpayment', () => {
  it('goes from what was found to what came back, each step in words', async () => {
    const listed = await honor('overpayment', 'list', '--payer', SIGUNTUR);
    expect(listed).toMatchObject({ status: 0, stderr: '' });
    expect(listed.stdout).toContain(`Belum dibuka: Yusnidar (1310********0001), ${SIGUNTUR}: Rp75.000 sejak`);
    expect(listed.stdout).toContain(
      '  Juli 2026 honor-bulanan: -Rp25.000, koreksi ke-1 menurut honor-siguntur v1 (1/2026)',
    );

    const opened = await honor('--json', 'overpayment', 'open', SIGUNTUR, '--kader', NIK, '--by', 'ani');
    const [{ number }] = JSON.parse(opened.stdout) as [{ number: string }];
    expect(number).toMatch(new RegExp(`^0001/LEBIH-BAYAR/${SIGUNTUR}/20\\d\\d$`));
    const plan = ['--instalment', '40000', '--from', '2026-11', '--mode', 'set-off'] as const;
    const document = ['--document', 'Surat 5/X'] as const;
    const agreed = await honor('overpayment', 'agree', number, ...plan, ...document, '--by', 'ani');
    expect(agreed.stdout).toContain('1. November 2026: Rp40.000\n  2. Desember 2026: Rp35.000');
    const alone = await honor('overpayment', 'confirm', number, ...plan, '--by', 'ani');
    expect(alone).toMatchObject({ status: 1 });
    expect(alone.stderr).toContain('yang mengesahkan harus orang lain');
    const unseen = await honor('overpayment', 'confirm', number, '--by', 'budi');
    expect(unseen.stderr).toContain('--instalment');
    const other = ['--instalment', '75000', '--from', '2026-11', '--mode', 'set-off'] as const;
    expect((await honor('overpayment', 'confirm', number, ...other, '--by', 'budi')).stderr).toContain(
      'adalah cicilan Rp40.000 sebulan mulai November 2026, dipotong dari honor (Surat 5/X); Anda menulis cicilan Rp75.000',
    );
    const confirmed = await honor('overpayment', 'confirm', number, ...plan, '--by', 'budi');
    expect(confirmed).toMatchObject({ status: 0 });

    // Years back, because the command line runs by the real clock.
    const cash = [
      'overpayment',
      'receive',
      number,
      '--on',
      '2024-01-15',
      '--receipt',
      'K-1',
      '--by',
      'eka',
    ] as const;
    expect((await honor(...cash, '--amount', '75001')).stderr).toContain('Catat paling banyak Rp75.000');
    expect((await honor(...cash, '--amount', '75000')).stdout).toContain(
      `${number}: diterima Rp75.000 tanggal 15 Januari 2024 (kuitansi K-1); sisa Rp0.`,
    );
    const shown = await honor('overpayment', 'show', number);
    expect(shown.stdout).toContain('Rp75.000, sisa Rp0, lunas');
    expect(shown.stdout).toContain(
      'cicilan Rp40.000 sebulan mulai November 2026, dipotong dari honor; Surat 5/X',
    );
    const { stdout } = await honor('--json', 'overpayment', 'show', number);
    expect(JSON.parse(stdout)).toMatchObject({ state: 'closed', cash: 75_000, rest: 0, kader: 'Yusnidar' });
    const card = JSON.parse((await honor('--json', 'book', 'kader', NIK)).stdout) as { rows: object[] };
    const receipt = { description: `Pengembalian kelebihan bayar ${number}, kuitansi K-1`, returned: 75_000 };
    expect(card).toMatchObject({ owed: 0 });
    expect(card.rows).toContainEqual(expect.objectContaining(receipt));
  });

  it('says what is wrong with a mode it does not know, and a case there is not', async () => {
    const wish = ['--instalment', '1', '--from', '2026-11', '--document', 'S', '--by', 'ani'] as const;
    expect(await honor('overpayment', 'agree', 'X', ...wish, '--mode', 'potong')).toMatchObject({
      status: 2,
    });
    expect((await honor('overpayment', 'show', 'X')).stderr).toContain('Kasus kelebihan bayar X tidak ada');
  });
});

import { plainDate } from '../../../src/core/shared/plain-date.js';
import { ControlDataService } from '../../../src/modules/controls/control-data.service.js';
import { testApp } from '../../support/app.js';
import { honorOn } from '../../support/commands.js';
import { SIGUNTUR, withFile } from '../../support/nagari.js';
import { aDraft, aPayingNagari, JULY } from '../../support/payments.js';
import { bandsDocument } from '../../support/signatures.js';

const world = await testApp();
const { app } = world;
const office = await aPayingNagari(app);
const honor = honorOn(world);
const asJson = async (...words: readonly string[]): Promise<unknown> =>
  JSON.parse((await honor('--json', ...words)).stdout);
const done = async (...words: readonly string[]): Promise<string> => {
  const ended = await honor(...words);
  expect(ended).toMatchObject({ status: 0, stderr: '' });
  return ended.stdout;
};
const refused = async (...words: readonly string[]): Promise<string> => {
  const ended = await honor(...words);
  expect(ended).toMatchObject({ status: 1, stdout: '' });
  return ended.stderr;
};
const load = (document: object) =>
  withFile('jenjang.yaml', JSON.stringify(document), (path) =>
    honor('approval-bands', 'import', path, '--by', 'ani'),
  );
const mandate = ['--payer', SIGUNTUR, '--valid-from', '2026-10-01', '--valid-to', '2026-10-10'];
const paper = ['--basis', 'surat tugas 5/2026', '--reason', 'dinas luar', '--by', 'datuk'];

describe('honor approval-bands', () => {
  it('imports, lists and compares, and names what is wrong by its path', async () => {
    expect(await done('approval-bands', 'list')).toBe(
      'Belum ada jenjang: setiap SPP cukup dengan empat orang.\n',
    );
    const shipped = await done(
      'approval-bands',
      'import',
      'config/approvals/nagari-rekomendasi-camat.yaml',
      '--by',
      'ani',
    );
    expect(shipped).toBe('Tersimpan: 13.10 versi 1, Rekomendasi camat untuk SPP besar.\n');
    expect(await load(bandsDocument({ validTo: '2026-06-30' }))).toMatchObject({ status: 0 });
    const people = { from: 100_000, signatures: [{ function: 'Camat', step: 'release', people: 2 }] };
    const wrong = await load(
      bandsDocument({ bands: [{ ...people, signatures: [{ function: 'Camat', step: 'bayar' }] }] }),
    );
    expect(wrong).toMatchObject({ status: 1 });
    expect(wrong.stderr).toContain(
      'bands[0].signatures[0].step berisi "bayar", seharusnya verify | approve | release',
    );
    expect(await load(bandsDocument({ validFrom: '2026-07-01' }))).toMatchObject({ status: 0 });
    expect(await done('approval-bands', 'list')).toContain(
      '  mulai Rp15.000.001: Camat sebelum langkah cairkan',
    );
    expect(await done('approval-bands', 'diff', SIGUNTUR, '1', '2', '--for', 'nagari')).toBe(
      'Tidak ada bedanya.\n',
    );
    expect(await refused('approval-bands', 'diff', SIGUNTUR, '1', '7', '--for', 'nagari')).toContain(
      'versi v7 tidak ada',
    );
  });
});

describe('a request with delegation, countersignature and findings', () => {
  it('shows all of it, for people and as JSON', async () => {
    const declaration = { nik: '1310044101800001', body: 'Nagari Sitiung', what: 'honor perangkat' };
    await app
      .get(ControlDataService)
      .declare({ ...declaration, from: plainDate('2026-01-01'), to: null }, office.operator.id);
    const number = await aDraft(app, office, [JULY]);
    await done('user', 'add', 'gusti', '--name', 'Gusti Randa', '--position', 'Camat Sitiung');
    await done('user', 'add', 'fitri', '--name', 'Fitri Yani', '--position', 'Kasi Pemerintahan');
    expect(
      await done(
        'delegation',
        'add',
        '--from',
        'datuk',
        '--to',
        'fitri',
        '--step',
        'approve',
        ...mandate,
        ...paper,
      ),
    ).toBe(
      `1 Fitri Yani untuk Datuk Rajo, setujui ${SIGUNTUR}, 2026-10-01 s.d. 2026-10-10: surat tugas 5/2026 (dinas luar), dicatat Datuk Rajo\n`,
    );
    expect(await done('request', 'show', number)).toContain(
      'Jenjang persetujuan (bila diajukan hari ini): 13.10.04.2002 versi 2',
    );
    await done('request', 'submit', number, '--by', 'ani');
    await done('control', 'answer', number, '1', '--text', 'Boleh menurut Perbup 3/2026.', '--by', 'ani');
    await done('request', 'verify', number, '--by', 'budi', '--note', 'Lengkap, hitungan benar');
    await done('request', 'approve', number, '--by', 'fitri', '--on-behalf-of', 'datuk');
    expect(await refused('request', 'release', number, '--by', 'eka')).toContain(
      'langkah cairkan menunggu tanda tangan Camat.',
    );
    expect(await done('request', 'show', number)).toContain(
      'Menunggu tanda tangan Camat sebelum langkah cairkan.',
    );
    expect(
      await done(
        'request',
        'countersign',
        number,
        '--as',
        'Camat',
        '--by',
        'gusti',
        '--note',
        'Rekomendasi 12/2026',
      ),
    ).toBe(`${number}: ditandatangani sebagai Camat. Langkah cairkan dapat dilakukan.\n`);
    await done('request', 'release', number, '--by', 'eka');
    const shown = await done('request', 'show', number);
    for (const line of [
      '2026-10-05 diverifikasi oleh Budi Santoso, Sekretaris Nagari: Lengkap, hitungan benar',
      '2026-10-05 disetujui oleh Fitri Yani, Kasi Pemerintahan, untuk Datuk Rajo, Wali Nagari (surat tugas 5/2026, 2026-10-01 s.d. 2026-10-10)',
      '2026-10-05 ditandatangani Camat: Gusti Randa, Camat Sitiung: Rekomendasi 12/2026',
      'Temuan 1 C12 perlu dijawab: Yusnidar',
      '  Jawaban Ani Marlina, diterima Budi Santoso: Boleh menurut Perbup 3/2026.',
    ])
      expect(shown).toContain(line);
    expect(await asJson('request', 'show', number)).toMatchObject({
      steps: [
        { to: 'submitted', mandate: null, submission: 1 },
        { to: 'verified', reason: 'Lengkap, hitungan benar' },
        {
          to: 'approved',
          takenBy: 'Fitri Yani',
          mandate: { delegation: 1, principal: 'Datuk Rajo', basis: 'surat tugas 5/2026', capacity: 'plh' },
        },
        { to: 'disbursing', takenBy: 'Eka Putri' },
      ],
      signing: {
        isFrozen: true,
        bands: [{ scope: SIGUNTUR, version: 2 }, { scope: '13.10' }].reverse(),
        awaited: [{ function: 'Camat', step: 'release', signers: 1, given: 1 }],
        countersignatures: [
          {
            function: 'Camat',
            signedBy: 'Gusti Randa',
            gross: 150_000,
            kaderCount: 2,
            months: ['2026-07'],
            note: 'Rekomendasi 12/2026',
          },
        ],
      },
      findings: [
        {
          finding: 1,
          control: 'C12',
          answer: 'Boleh menurut Perbup 3/2026.',
          answeredBy: 'Ani Marlina',
          acceptedBy: 'Budi Santoso',
        },
      ],
    });
    expect(await done('delegation', 'revoke', '1', '--reason', 'sudah kembali', '--by', 'datuk')).toContain(
      'DICABUT Datuk Rajo: sudah kembali',
    );
    expect(await done('delegation', 'list', '--payer', SIGUNTUR)).toContain('DICABUT');
  });
});

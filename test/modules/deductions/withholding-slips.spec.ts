import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { CashBooksService } from '../../../src/modules/books/cash-books.service.js';
import { shownText } from '../../../src/core/formats/sheet/cell.js';
import { readSheetRows } from '../../../src/platform/spreadsheet/read-sheet-rows.js';
import { serviceMonth } from '../../../src/core/shared/service-month.js';
import { testApp } from '../../support/app.js';
import { honorOn } from '../../support/commands.js';
import { importTaxFacts } from '../../support/deductions.js';
import { chooseDeductions, SIGUNTUR, SITIUNG } from '../../support/nagari.js';
import {
  aDraft,
  answerOfBank,
  aPayingNagari,
  sqlVerdictForApplication,
  takeSteps,
} from '../../support/payments.js';

const { app, clock } = await testApp();
const office = await aPayingNagari(app);
const honor = honorOn({ app, clock });
await chooseDeductions(app, office.operator.id, SIGUNTUR, ['pph21-bukan-pegawai', 'bpjs-kader']);
await importTaxFacts(app, office, [
  '1310044101800001;Yusnidar;01/02/2026;PADAN;;17001234567',
  '1310044101800002;Rosmaniar;01/02/2026;PADAN;;17001234568',
]);
const number = await aDraft(app, office);
await takeSteps(app, office, number, 'release');

const folder = await mkdtemp(join(tmpdir(), 'bp21-'));
afterAll(() => rm(folder, { recursive: true }));
const path = (name: string) => join(folder, name);
const bp21 = (file: string, period = '2026-10') =>
  honor('tax', 'bp21', '--payer', SIGUNTUR, '--period', period, '--out', path(file));
const NPWP = '0012345678901000';
const set = (...more: readonly string[]) =>
  honor('tax', 'withholder', 'set', '--payer', SIGUNTUR, '--from', '2026-01-01', '--by', 'eka', ...more);
const ours = ['--npwp', NPWP, '--nitku', `${NPWP}000000`, '--name', 'PEMERINTAH NAGARI SIGUNTUR'] as const;

describe('honor tax withholder', () => {
  it('takes an NPWP of 16 and a NITKU of 22 digits that begins with it', async () => {
    const wrong = await set('--npwp', '123', '--nitku', '456', '--name', ' ');
    expect(wrong.status).toBe(1);
    for (const code of ['withholder.npwp', 'withholder.nitku', 'withholder.name-needed'])
      expect(wrong.stderr).toContain(code);
    const another = await set('--npwp', NPWP, '--nitku', `1${NPWP.slice(1)}000000`, '--name', 'Nagari');
    expect(another.stderr).toContain('withholder.nitku-of-another');
    expect((await honor('tax', 'withholder', 'list')).stdout).toBe('Belum ada data pemotong.\n');
  });
});

describe('honor tax bp21', () => {
  it('writes nothing while anything is missing, and says of whom and where to put it', async () => {
    const { status, stdout, stderr } = await bp21('kurang.xlsx');
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toContain(`Data pemotong ${SIGUNTUR} belum dicatat untuk 2026-10-05`);
    for (const masked of ['Yusnidar (1310********0001)', 'Rosmaniar (1310********0002)']) {
      expect(stderr).toContain(`${masked}: alamat belum lengkap`);
      expect(stderr).toContain(`${masked}: status PTKP belum dicatat`);
    }
    await expect(stat(path('kurang.xlsx'))).rejects.toThrow('ENOENT');
  });

  it('is a row a kader and payment, whole in the file of its owner and masked elsewhere', async () => {
    await app.get(DataSource).query("update kader set jorong = 'Koto'");
    await importTaxFacts(app, office, [
      '1310044101800001;Yusnidar;01/01/2026;;;;TK 0',
      '1310044101800002;Rosmaniar;01/01/2026;;;;k/2',
    ]);
    expect((await set(...ours)).stdout).toContain('Tersimpan: ');
    expect((await set(...ours)).stdout).toContain('Sudah tercatat: ');
    expect((await honor('tax', 'withholder', 'list')).stdout).toBe(
      `${SIGUNTUR}: PEMERINTAH NAGARI SIGUNTUR, NPWP ${NPWP}, NITKU ${NPWP}000000, sejak 1 Januari 2026, dicatat Eka Putri\n`,
    );

    const { stdout } = await bp21('bp21.csv');
    expect(stdout).toContain('2 baris masa Oktober 2026, bruto Rp150.000, PPh 21 dipotong Rp3.750');
    expect(stdout).not.toMatch(/1310044101800001/);
    const lines = (await readFile(path('bp21.csv'), 'utf8')).trim().split('\r\n');
    expect(lines).toHaveLength(3);
    expect(lines[2]).toBe(
      `10;2026;${NPWP};${NPWP}000000;PEMERINTAH NAGARI SIGUNTUR;1310044101800001;Yusnidar;` +
        'Jorong Koto, Nagari Siguntur, Kecamatan Sitiung, Kabupaten Dharmasraya;1310044101800001000000;TK/0;21-100-09;' +
        `Tidak Final;Tanpa Fasilitas;75000;50;5;1875;411121-100;Bukti Pembayaran;${number};05/10/2026`,
    );
    expect((await stat(path('bp21.csv'))).mode & 0o777).toBe(0o600);

    await bp21('bp21.xlsx');
    await bp21('lagi.xlsx');
    const bytes = await readFile(path('bp21.xlsx'));
    expect(bytes.equals(await readFile(path('lagi.xlsx')))).toBe(true);
    const cells = [];
    for await (const row of readSheetRows(path('bp21.xlsx')))
      cells.push([...row.cells.values()].map(shownText));
    expect(cells).toHaveLength(3);
    expect(cells[2]).toContain('1310044101800001000000');
    const json = await honor(
      '--json',
      'tax',
      'bp21',
      '--payer',
      SIGUNTUR,
      '--period',
      '2026-10',
      '--out',
      path('b.csv'),
    );
    expect(json.stdout).not.toMatch(/1310044101800001/);
    expect(JSON.parse(json.stdout)).toMatchObject({
      gross: 150_000,
      tax: 3_750,
      rows: [
        { recipient: { nik: '1310********0002', nitku: '1310********0002000000', ptkp: 'K/2' }, tax: 1_875 },
        { recipient: { nik: '1310********0001', ptkp: 'TK/0' }, basePercent: 50, ratePercents: [5] },
      ],
    });
  });

  it('adds up to what was withheld, to the tax book, and leaves out what the bank returned', async () => {
    const tax = async () => {
      const { stdout } = await honor(
        '--json',
        'tax',
        'bp21',
        '--payer',
        SIGUNTUR,
        '--period',
        '2026-10',
        '--out',
        path('c.csv'),
      );
      return (JSON.parse(stdout) as { tax: number }).tax;
    };
    const wish = { payer: SIGUNTUR, month: serviceMonth('2026-10') };
    const kind = async () =>
      (await app.get(CashBooksService).tax(wish)).data.kinds.find((one) => one.kind === 'TaxPayable:PPh21');
    expect(await kind()).toMatchObject({ withheld: 3_750n, closing: 3_750n });
    expect(await tax()).toBe(3_750);
    const answer = ['HK1-1-0001,56325,BERHASIL,', 'HK1-1-0002,56325,GAGAL,REKENING TUTUP'];
    await answerOfBank(app, office, number, answer);
    expect(await kind()).toMatchObject({ closing: 1_875n });
    expect(await tax()).toBe(1_875);
  });

  it('has nothing to write of a month or payer without tax', async () => {
    expect((await bp21('september.csv', '2026-09')).stderr).toContain('bp21.nothing-withheld');
    const other = await honor(
      'tax',
      'bp21',
      '--payer',
      SITIUNG,
      '--period',
      '2026-10',
      '--out',
      path('x.csv'),
    );
    expect(other.stderr).toContain('deduction.payer-unknown');
    expect(
      await honor('tax', 'bp21', '--payer', SIGUNTUR, '--period', '2026-10', '--out', 'x.pdf'),
    ).toMatchObject({
      status: 2,
      stdout: '',
    });
  });

  it('is held by the database too', async () => {
    const insert = (nitku: string) =>
      `insert into tax_withholder (paying_body_id, npwp, nitku, name, valid_from, recorded_by, recorded_at)
       select paying_body_id, npwp, '${nitku}', name, valid_from, recorded_by, recorded_at from tax_withholder`;
    expect(await sqlVerdictForApplication(app, insert(`1${NPWP.slice(1)}000000`))).toBe('23514');
    expect(await sqlVerdictForApplication(app, insert(`${NPWP}00000`))).toBe('23514');
    expect(await sqlVerdictForApplication(app, 'update tax_withholder set name = name')).toBe('42501');
    expect(await sqlVerdictForApplication(app, 'delete from tax_withholder')).toBe('42501');
    const ptkp = `insert into kader_tax_fact (kader_id, kind, value, valid_from, file_name, file_sha256, recorded_by, recorded_at)
      select kader_id, 'ptkp', 'TK/4', valid_from, file_name, file_sha256, recorded_by, recorded_at from kader_tax_fact`;
    expect(await sqlVerdictForApplication(app, ptkp)).toBe('23514');
  });
});

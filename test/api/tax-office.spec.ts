import { createHash } from 'node:crypto';
import { shownText } from '../../src/core/formats/sheet/cell.js';
import { readSheetRows } from '../../src/platform/spreadsheet/read-sheet-rows.js';
import { httpNagari } from '../support/http-nagari.js';
import { chooseDeductions, SIGUNTUR, SITIUNG, withFile } from '../support/nagari.js';
import { aDraft, answerOfBank, aPayingNagari, takeSteps } from '../support/payments.js';
import { ask } from '../support/session.js';

const NPWP = '0012345678901000';
const HEADER = 'NIK;NAMA;BERLAKU SEJAK;NPWP;GOLONGAN;KPJ;PTKP';

interface Slips {
  readonly name: string;
  readonly sha256: string;
  readonly content: string;
}

const nagari = await httpNagari(async (app) => {
  const office = await aPayingNagari(app);
  await chooseDeductions(app, office.operator.id, SIGUNTUR, ['pph21-bukan-pegawai', 'bpjs-kader']);
  return office;
});
const { app, client, operator, treasurer, people: office } = nagari;
const outsider = await nagari.member('yeni', 'operator', SITIUNG);

const factsFile = (...rows: string[]) => ({ name: 'catatan.csv', content: [HEADER, ...rows].join('\n') });
const slips = (format: string) =>
  client.call<Slips>(treasurer, 'TaxPapers.write', {
    body: { payer: SIGUNTUR, period: '2026-10', format },
  });
const bytesOf = ({ content }: Slips) => Buffer.from(content, 'base64');

describe('what the tax office and BPJS know of kader, over HTTP', () => {
  it('is all taken in, or nothing of it, with the cell that is wrong', async () => {
    const torn = factsFile('1310044101800001;Yusnidar;01/02/2026;PADAN;;17001234567;TK/9');
    expect(await client.call(operator, 'Imports.facts', { file: torn })).toMatchObject({
      applied: false,
      problems: [{ cell: 'G2', column: 'PTKP' }],
    });
    expect(await ask(nagari.databaseUrl, 'select count(*)::int from kader_tax_fact')).toEqual([0]);
  });

  it('is of the region of whoever brings it', async () => {
    const file = factsFile('1310044101800001;Yusnidar;01/02/2026;PADAN;;17001234567;TK/0');
    const refused = await client.send(outsider, 'Imports.facts', { file });
    expect([refused.status, refused.body]).toMatchObject([403, { code: 'access.out-of-scope' }]);
  });

  it('is set, and changes nothing when it is brought again', async () => {
    const file = factsFile(
      '1310044101800001;Yusnidar;01/02/2026;PADAN;;17001234567;TK/0',
      '1310044101800002;Rosmaniar;01/02/2026;PADAN;;17001234568;K/2',
    );
    expect(await client.call(operator, 'Imports.facts', { file })).toMatchObject({
      applied: true,
      problems: [],
    });
    const facts = 'select kind, count(*)::int as many from kader_tax_fact group by kind order by kind';
    const stored = await ask(nagari.databaseUrl, facts);
    expect(stored).toEqual(['npwp', 2, 'participant', 2, 'ptkp', 2]);
    await client.call(operator, 'Imports.facts', { file });
    expect(await ask(nagari.databaseUrl, facts)).toEqual(stored);
  });
});

describe('the helper sheet of BP21 over HTTP', () => {
  let number = '';

  beforeAll(async () => {
    await ask(nagari.databaseUrl, `update kader set jorong = 'Koto'`);
    number = await nagari.asSystem(() => aDraft(app, office));
    await nagari.asSystem(() => takeSteps(app, office, number, 'release'));
  });

  it('is given when it is known who withholds, and not before', async () => {
    const body = { payer: SIGUNTUR, period: '2026-10', format: 'csv' };
    const early = await client.send(treasurer, 'TaxPapers.write', { body });
    expect([early.status, early.body]).toMatchObject([404, { code: 'bp21.withholder-missing' }]);
    const withholder = { npwp: NPWP, nitku: `${NPWP}000000`, name: 'Nagari Siguntur', from: '2026-01-01' };
    await client.call(treasurer, 'TaxPapers.set', { body: { payer: SIGUNTUR, ...withholder } });
    expect(await slips('csv')).toMatchObject({ name: 'bp21.csv', rows: 2, gross: 150_000, tax: 3_750 });
  });

  it('is a row a kader: who withheld of whom, and how the tax came about', async () => {
    const sheet = await slips('csv');
    expect(createHash('sha256').update(bytesOf(sheet)).digest('hex')).toBe(sheet.sha256);
    const [names = '', ...rows] = bytesOf(sheet).toString().replace('\uFEFF', '').trim().split('\r\n');
    const of = (row: string) => {
      const cells = row.split(';');
      return Object.fromEntries(names.split(';').map((name, index) => [name, cells[index]]));
    };
    const everybody = {
      ...{
        'MASA PAJAK': '10',
        'TAHUN PAJAK': '2026',
        'NPWP PEMOTONG': NPWP,
        'NITKU PEMOTONG': `${NPWP}000000`,
      },
      ...{ 'NAMA PEMOTONG': 'Nagari Siguntur', 'KODE OBJEK PAJAK': '21-100-09', 'KAP-KJS': '411121-100' },
      ...{ 'PENGHASILAN BRUTO': '75000', 'DPP (%)': '50', 'TARIF (%)': '5', 'PPH DIPOTONG': '1875' },
      ...{ 'NOMOR DOKUMEN': number, 'TANGGAL DOKUMEN': '05/10/2026' },
      'ALAMAT PENERIMA': 'Jorong Koto, Nagari Siguntur, Kecamatan Sitiung, Kabupaten Dharmasraya',
    };
    expect(rows.map(of)).toMatchObject([
      {
        ...everybody,
        'NIK/NPWP PENERIMA': '1310044101800002',
        'NAMA PENERIMA': 'Rosmaniar',
        'STATUS PTKP': 'K/2',
      },
      {
        ...everybody,
        'NIK/NPWP PENERIMA': '1310044101800001',
        'NAMA PENERIMA': 'Yusnidar',
        'STATUS PTKP': 'TK/0',
      },
    ]);
  });

  it('says the same as a workbook', async () => {
    const [csv, workbook] = [await slips('csv'), await slips('xlsx')];
    const content = bytesOf(workbook);
    expect(createHash('sha256').update(content).digest('hex')).toBe(workbook.sha256);
    const cells: string[][] = [];
    await withFile('bp21.xlsx', content, async (path) => {
      for await (const row of readSheetRows(path)) cells.push([...row.cells.values()].map(shownText));
    });
    const lines = bytesOf(csv).toString().replace('\uFEFF', '').trim().split('\r\n');
    expect(cells).toEqual(lines.map((line) => line.split(';')));
  });

  it('adds up to the tax that is to be remitted, and leaves out whom the bank returned', async () => {
    const months = () =>
      client.call<{ items: object[] }>(treasurer, 'Deductions.months', { query: { payer: SIGUNTUR } });
    expect((await months()).items).toContainEqual(
      expect.objectContaining({ kind: 'pph21', withheld: 3_750 }),
    );
    const answer = ['HK1-1-0001,56325,BERHASIL,', 'HK1-1-0002,56325,GAGAL,REKENING TUTUP'];
    await nagari.asSystem(() => answerOfBank(app, office, number, answer));
    expect(await slips('csv')).toMatchObject({ rows: 1, gross: 75_000, tax: 1_875 });
  });
});

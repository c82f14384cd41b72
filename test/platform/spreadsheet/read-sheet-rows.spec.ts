import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import {
  cellAddress,
  shownText,
  type CellValue,
  type SheetRow,
} from '../../../src/core/formats/sheet/cell.js';
import { DomainError } from '../../../src/core/shared/domain-error.js';
import { readSheetRows } from '../../../src/platform/spreadsheet/read-sheet-rows.js';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sheet-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function rowsOf(path: string): Promise<SheetRow[]> {
  const rows: SheetRow[] = [];
  for await (const row of readSheetRows(path)) rows.push(row);
  return rows;
}

async function cellsOf(path: string): Promise<Record<string, CellValue>> {
  const cells = (await rowsOf(path)).flatMap(({ sheet, row, cells }) =>
    [...cells].map(([column, cell]): [string, CellValue] => [`${sheet}!${cellAddress(column, row)}`, cell]),
  );
  return Object.fromEntries(cells);
}

async function saved(name: string, fill: (workbook: ExcelJS.Workbook) => void): Promise<string> {
  const workbook = new ExcelJS.Workbook();
  fill(workbook);
  const path = join(folder, name);
  await workbook.xlsx.writeFile(path);
  return path;
}

async function written(name: string, bytes: string | Buffer): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, bytes);
  return path;
}

describe('readSheetRows of .xlsx', () => {
  it('types every cell as it was stored', async () => {
    const path = await saved('kinds.xlsx', (workbook) => {
      const sheet = workbook.addWorksheet('SITIUNG');
      sheet.getCell('A1').value = 'Siti';
      sheet.getCell('B1').value = '0012345678';
      sheet.getCell('C1').value = 12345678;
      sheet.getCell('C1').numFmt = '0000000000';
      sheet.getCell('D1').value = new Date(Date.UTC(1985, 0, 5));
      sheet.getCell('E1').value = 31052;
      sheet.getCell('F1').value = true;
      sheet.getCell('G1').value = { error: '#REF!' };
      sheet.getCell('H1').value = { richText: [{ text: 'De' }, { text: 'wi', font: { bold: true } }] };
      sheet.getCell('I1').value = { text: 'Ani', hyperlink: 'http://example.org' };
    });
    expect(await cellsOf(path)).toEqual({
      'SITIUNG!A1': { kind: 'text', text: 'Siti' },
      'SITIUNG!B1': { kind: 'text', text: '0012345678' },
      'SITIUNG!C1': { kind: 'number', number: 12345678, format: '0000000000' },
      'SITIUNG!D1': { kind: 'date', date: '1985-01-05' },
      'SITIUNG!E1': { kind: 'number', number: 31052, format: 'General' },
      'SITIUNG!F1': { kind: 'boolean', boolean: true },
      'SITIUNG!G1': { kind: 'error', error: '#REF!' },
      'SITIUNG!H1': { kind: 'text', text: 'Dewi' },
      'SITIUNG!I1': { kind: 'text', text: 'Ani' },
    });
  });

  it('takes the stored result of a formula, and none as an error', async () => {
    const path = await saved('formulas.xlsx', (workbook) => {
      const sheet = workbook.addWorksheet('A');
      sheet.getCell('A1').value = { formula: '"a"&"b"', result: 'ab' };
      sheet.getCell('B1').value = { formula: 'DATE(2026,7,5)', result: new Date(Date.UTC(2026, 6, 5)) };
      sheet.getCell('B1').numFmt = 'dd/mm/yyyy';
      sheet.getCell('C1').value = { formula: 'X1' };
    });
    expect(await cellsOf(path)).toEqual({
      'A!A1': { kind: 'text', text: 'ab' },
      'A!B1': { kind: 'date', date: '2026-07-05' },
      'A!C1': { kind: 'error', error: '(rumus tanpa hasil)' },
    });
  });

  it('names the sheets in the order of their tabs and marks a hidden one', async () => {
    const path = await saved('sheets.xlsx', (workbook) => {
      workbook.addWorksheet('SITIUNG').addRow(['a']);
      workbook.addWorksheet('Daftar', { state: 'hidden' }).addRow(['b']);
      workbook.addWorksheet('Koto Baru & lain').addRow(['c']);
    });
    const rows = await rowsOf(path);
    expect(rows.map(({ sheet, hidden }) => [sheet, hidden])).toEqual([
      ['SITIUNG', undefined],
      ['Daftar', true],
      ['Koto Baru & lain', undefined],
    ]);
  });

  it('repeats a cell merged over several rows in each of them, and one merged over columns once', async () => {
    const path = await saved('merged.xlsx', (workbook) => {
      const sheet = workbook.addWorksheet('A');
      sheet.addRow(['DAFTAR KADER']);
      sheet.addRow(['Melati', 'Siti']);
      sheet.addRow([null, 'Dewi']);
      sheet.addRow([null, 'Ani']);
      sheet.mergeCells('A1:B1');
      sheet.mergeCells('A2:A3');
    });
    const rows = await rowsOf(path);
    expect(rows.map((row) => [1, 2].map((column) => shownText(row.cells.get(column))))).toEqual([
      ['DAFTAR KADER', ''],
      ['Melati', 'Siti'],
      ['Melati', 'Dewi'],
      ['', 'Ani'],
    ]);
  });

  it('refuses what it cannot read whole, saying what it is', async () => {
    const good = await readFile(
      await saved('good.xlsx', (workbook) => workbook.addWorksheet('A').addRow(['a'])),
    );
    const broken = Buffer.from(good);
    broken.fill(7, 60, Math.floor(good.length / 2));
    const compound = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]);
    const locked = Buffer.concat([compound, Buffer.from('EncryptedPackage', 'utf16le')]);
    const macro = await saved('macro.xlsx', (workbook) => workbook.addWorksheet('A').addRow(['a']));
    const macroBytes = (await readFile(macro))
      .toString('latin1')
      .replaceAll('docProps/core.xml', 'xl/vbaProject.bin');
    const cases: [string, string | Buffer, string][] = [
      ['cut.xlsx', good.subarray(0, good.length - 30), 'sheet.file-corrupt'],
      ['broken.xlsx', broken, 'sheet.file-corrupt'],
      ['text.xlsx', 'NAMA,NIK', 'sheet.file-corrupt'],
      ['empty.xlsx', '', 'sheet.file-empty'],
      ['old.xls', compound, 'sheet.file-xls'],
      ['locked.xlsx', locked, 'sheet.file-encrypted'],
      ['macro.xlsm', Buffer.from(macroBytes, 'latin1'), 'sheet.file-macro'],
      ['scan.pdf', '%PDF-1.7', 'sheet.file-kind'],
    ];
    for (const [name, bytes, code] of cases) {
      await expect(rowsOf(await written(name, bytes))).rejects.toMatchObject({ code, facts: { file: name } });
    }
    await expect(rowsOf(join(folder, 'none.xlsx'))).rejects.toMatchObject({ code: 'sheet.file-missing' });
  });

  it('reads what another program wrote: absolute targets, prefixes, texts in place, no addresses', async () => {
    const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
    const relation = (id: string, kind: string, target: string) =>
      `<Relationships><Relationship Id="${id}" Type="${type}/${kind}" Target="${target}"/></Relationships>`;
    const bytes = zipSync({
      'xl/worksheets/data.xml': strToU8(
        `<x:worksheet xmlns:x="m"><x:sheetData><x:row><x:c t="inlineStr"><x:is><x:r><x:t>Si</x:t></x:r><x:r><x:t>ti</x:t></x:r></x:is></x:c>` +
          `<x:c><x:v>1.5</x:v></x:c></x:row><x:row><x:c t="d"><x:v>2026-07-05T00:00:00</x:v></x:c></x:row></x:sheetData></x:worksheet>`,
      ),
      'xl/workbook.xml': strToU8(
        '<x:workbook xmlns:x="m" xmlns:r="r"><x:sheets><x:sheet name="Koto Baru &amp; X" sheetId="3" r:id="rId9"/></x:sheets></x:workbook>',
      ),
      'xl/_rels/workbook.xml.rels': strToU8(relation('rId9', 'worksheet', '/xl/worksheets/data.xml')),
      '_rels/.rels': strToU8(relation('rId1', 'officeDocument', 'xl/workbook.xml')),
      '[Content_Types].xml': strToU8('<Types/>'),
    });
    expect(await cellsOf(await written('foreign.xlsx', Buffer.from(bytes)))).toEqual({
      'Koto Baru & X!A1': { kind: 'text', text: 'Siti' },
      'Koto Baru & X!B1': { kind: 'number', number: 1.5, format: 'General' },
      'Koto Baru & X!A2': { kind: 'date', date: '2026-07-05' },
    });
  });

  it('reads a damaged file as it was or refuses it, and never reads less', async () => {
    const good = await readFile('test/golden/roster-import/ok/saved-by-libreoffice/roster.xlsx');
    const whole = await rowsOf(await written('whole.xlsx', good));
    const damage = fc.tuple(fc.nat(good.length - 1), fc.integer({ min: 1, max: 255 }), fc.boolean());
    await fc.assert(
      fc.asyncProperty(damage, async ([at, flip, cut]) => {
        const bytes = Buffer.from(cut ? good.subarray(0, at) : good);
        if (!cut) bytes.writeUInt8((good[at] ?? 0) ^ flip, at);
        const outcome = await rowsOf(await written('damaged.xlsx', bytes)).catch((error: unknown) => error);
        expect(outcome instanceof DomainError ? whole : outcome).toEqual(whole);
      }),
      { numRuns: 300 },
    );
  });

  it('lets go of the file when the caller stops early', async () => {
    const path = await saved('long.xlsx', (workbook) => {
      const sheet = workbook.addWorksheet('A');
      for (let row = 1; row <= 5000; row += 1) sheet.addRow([`row ${String(row)}`, Math.sqrt(row)]);
    });
    for await (const row of readSheetRows(path)) {
      if (row.row === 2) break;
    }
    expect(await rowsOf(path)).toHaveLength(5000);
  });
});

describe('readSheetRows of .csv', () => {
  it.each([
    ['comma', 'DAFTAR KADER\r\nNAMA,NIK\r\n"Siti, S.Pd.",1310\r\n'],
    ['semicolon', 'DAFTAR KADER\nNAMA;NIK\n"Siti, S.Pd.";1310'],
    ['tab', 'DAFTAR KADER\nNAMA\tNIK\n"Siti, S.Pd."\t1310'],
    ['byte order mark', '\uFEFFDAFTAR KADER\nNAMA;NIK\n"Siti, S.Pd.";1310'],
  ])('finds the delimiter: %s', async (name, text) => {
    expect(Object.entries(await cellsOf(await written(`${name}.csv`, text)))).toEqual([
      [`${name}!A1`, { kind: 'text', text: 'DAFTAR KADER' }],
      [`${name}!A2`, { kind: 'text', text: 'NAMA' }],
      [`${name}!B2`, { kind: 'text', text: 'NIK' }],
      [`${name}!A3`, { kind: 'text', text: 'Siti, S.Pd.' }],
      [`${name}!B3`, { kind: 'text', text: '1310' }],
    ]);
  });

  it('counts blank lines, so that a row number is the one people see', async () => {
    const rows = await rowsOf(await written('blank.csv', 'a,b\n\n,\nc,d\n'));
    expect(rows.map(({ row }) => row)).toEqual([1, 4]);
  });

  it('refuses text that is not UTF-8 and quotes that do not close', async () => {
    const latin = await written('latin.csv', Buffer.from('NAMA;NIK\nJosé;1', 'latin1'));
    const utf16 = await written('utf16.csv', Buffer.from('\uFEFFNAMA;NIK', 'utf16le'));
    const quoted = await written('quoted.csv', 'a,b\n"c,d\n');
    await expect(rowsOf(latin)).rejects.toMatchObject({ code: 'sheet.file-encoding' });
    await expect(rowsOf(utf16)).rejects.toMatchObject({ code: 'sheet.file-encoding' });
    await expect(rowsOf(quoted)).rejects.toMatchObject({ code: 'sheet.file-corrupt' });
  });
});

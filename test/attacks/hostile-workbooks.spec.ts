import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { temporaryFolder } from '../support/embedded-folder.js';
import { hostileWorkbook, inlineCell, sheetHead, sheetTail } from '../support/hostile-workbook.js';
import { hostileZip, packedBomb, packedText } from '../support/hostile-zip.js';

const SHEET = 'xl/worksheets/sheet1.xml';
const TEXTS = 'xl/sharedStrings.xml';
const HEAP_MEBIBYTES = 256;
const PROCESS_MEBIBYTES = 400;

const row = (cells: string) => `<row>${cells}</row>`;
const sheet = (rows: string) => packedText(SHEET, `${sheetHead}${rows}${sheetTail}`);
const sheetOf = (repeated: string, mebibytes: number) =>
  packedBomb(SHEET, { head: sheetHead, repeated, tail: sheetTail, mebibytes });
const beside = (name: string) => hostileWorkbook(packedText(name, 'x'));
const tenGigabytes = (name: string) =>
  packedBomb(name, {
    head: sheetHead,
    repeated: row(inlineCell('x')),
    tail: sheetTail,
    mebibytes: 10 * 1024,
  });

const hostile: Readonly<Record<string, readonly [code: string, bytes: () => Buffer]>> = {
  'ten gigabytes of rows': ['sheet.file-too-large', () => hostileWorkbook(tenGigabytes(SHEET))],
  'ten gigabytes of texts': ['sheet.file-too-large', () => hostileWorkbook(tenGigabytes(TEXTS))],
  'ten gigabytes that say they are one kilobyte': [
    'sheet.file-corrupt',
    () => hostileWorkbook({ ...tenGigabytes(SHEET), claimed: 1024 }),
  ],
  'ten gigabytes of texts that say they are one': [
    'sheet.file-corrupt',
    () => hostileWorkbook({ ...tenGigabytes(TEXTS), claimed: 1024 }),
  ],
  'ten gigabytes of nothing': [
    'sheet.file-too-large',
    () => hostileWorkbook(packedBomb(SHEET, { repeated: '\0', mebibytes: 10 * 1024 })),
  ],
  'millions of rows': ['sheet.file-too-large', () => hostileWorkbook(sheetOf(row(inlineCell('x')), 80))],
  'rows with one problem in every cell': [
    'sheet.file-too-large',
    () => hostileWorkbook(sheetOf(row(inlineCell('x').repeat(7)), 80)),
  ],
  'millions of texts': [
    'sheet.file-too-large',
    () =>
      hostileWorkbook(packedBomb(TEXTS, { head: '<sst>', repeated: '<si><t>xy</t></si>', mebibytes: 80 })),
  ],
  'millions of cells in one row': [
    'sheet.file-too-large',
    () =>
      hostileWorkbook(
        packedBomb(SHEET, { head: `${sheetHead}<row>`, repeated: inlineCell('x'), mebibytes: 80 }),
      ),
  ],
  'a long text in every cell': [
    'sheet.file-too-large',
    () =>
      hostileWorkbook(
        packedText(TEXTS, `<sst><si><t>${'x'.repeat(32_000)}</t></si></sst>`),
        sheetOf(row('<c t="s"><v>0</v></c>'.repeat(50)), 8),
      ),
  ],
  'a text of hundreds of megabytes': [
    'sheet.file-corrupt',
    () =>
      hostileWorkbook(
        packedBomb(SHEET, { head: `${sheetHead}<row><c t="str"><v>`, repeated: 'x', mebibytes: 80 }),
      ),
  ],
  'a text in a million pieces': [
    'sheet.file-too-large',
    () =>
      hostileWorkbook(
        packedBomb(SHEET, {
          head: `${sheetHead}<row><c t="inlineStr"><is>`,
          repeated: '<r><t>xxxx</t></r>',
          mebibytes: 100,
        }),
      ),
  ],
  'an attribute that never ends': [
    'sheet.file-corrupt',
    () => hostileWorkbook(packedBomb(SHEET, { head: '<worksheet a="', repeated: 'x', mebibytes: 80 })),
  ],
  'tags in tags': [
    'sheet.file-corrupt',
    () => hostileWorkbook(packedBomb(SHEET, { repeated: '<a>', mebibytes: 80 })),
  ],
  'a billion laughs': [
    'sheet.file-corrupt',
    () =>
      hostileWorkbook(
        packedText(
          SHEET,
          `<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "${'&a;'.repeat(1000)}">]><worksheet>&b;</worksheet>`,
        ),
      ),
  ],
  'a DOCTYPE that asks for a file of ours': [
    'sheet.file-corrupt',
    () =>
      hostileWorkbook(
        packedText(SHEET, `<!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/passwd">]>${sheetHead}${sheetTail}`),
      ),
  ],
  'merged cells over one another': [
    'sheet.file-too-large',
    () =>
      hostileWorkbook(
        packedBomb(SHEET, {
          head: `${sheetHead}</sheetData><mergeCells>`,
          repeated: '<mergeCell ref="A1:A99999"/>',
          tail: '</mergeCells></worksheet>',
          mebibytes: 80,
        }),
      ),
  ],
  'tags that begin and never end': [
    'sheet.file-corrupt',
    () => hostileWorkbook(packedBomb(SHEET, { repeated: '<mergeCell ', mebibytes: 100 })),
  ],
  'a column beyond all numbers': [
    'sheet.file-too-large',
    () =>
      hostileWorkbook(
        packedText(
          SHEET,
          `<worksheet><sheetData><row><c r="${'Z'.repeat(300)}1" t="str"><v>NAMA</v></c></row>${sheetTail}`,
        ),
      ),
  ],
  'a row beyond all numbers': [
    'sheet.file-corrupt',
    () => hostileWorkbook(sheet(`<row r="1e400">${inlineCell('x')}</row>`)),
  ],
  'one sheet under a hundred thousand names': [
    'sheet.file-too-large',
    () =>
      hostileWorkbook(
        sheetOf('<row></row>', 60),
        packedText(
          'xl/workbook.xml',
          `<workbook><sheets>${'<sheet name="A" sheetId="1" r:id="r1"/>'.repeat(100_000)}</sheets></workbook>`,
        ),
      ),
  ],
  'a sheet with a very long name': [
    'sheet.file-corrupt',
    () =>
      hostileWorkbook(
        packedText(
          'xl/workbook.xml',
          `<workbook><sheets><sheet name="${'A'.repeat(10_000)}" sheetId="1" r:id="r1"/></sheets></workbook>`,
        ),
      ),
  ],
  'tens of thousands of files': [
    'sheet.file-too-large',
    () =>
      hostileWorkbook(...Array.from({ length: 60_000 }, (_, index) => packedText(`x/${String(index)}`, ''))),
  ],
  'two files of one name': [
    'sheet.file-corrupt',
    () => hostileWorkbook(packedText(SHEET, '<worksheet/>'), sheet(row(inlineCell('x')))),
  ],
  'a ZIP in a ZIP': ['sheet.file-kind', () => hostileZip([packedText('isi.zip', 'PK\u0003\u0004')])],
  'a name that climbs out': ['sheet.file-corrupt', () => beside('../../../../tmp/jahat')],
  'an absolute name': ['sheet.file-corrupt', () => beside('/tmp/jahat')],
  'a name as Windows climbs': ['sheet.file-corrupt', () => beside('..\\..\\jahat')],
  'a locked file': [
    'sheet.file-encrypted',
    () => hostileWorkbook({ ...packedText('xl/x', 'x'), encrypted: true }),
  ],
  'a macro': ['sheet.file-macro', () => beside('xl/VBAPROJECT.bin')],
  'an old macro': ['sheet.file-macro', () => beside('xl/macrosheets/sheet1.xml')],
  'a link to another workbook': ['sheet.file-linked', () => beside('xl/externalLinks/externalLink1.xml')],
  'a question to a database': ['sheet.file-linked', () => beside('xl/connections.xml')],
  'a program inside': ['sheet.file-linked', () => beside('xl/embeddings/oleObject1.bin')],
  'an old workbook under a new name': [
    'sheet.file-xls',
    () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]),
  ],
};

describe('a workbook made to harm', () => {
  const answers: Record<string, string> = {};
  let mebibytes = Infinity;

  beforeAll(async () => {
    const folder = await temporaryFolder();
    const paths = await Promise.all(
      Object.entries(hostile).map(async ([name, [, bytes]]) => {
        const path = join(folder, `${name}.xlsx`);
        await writeFile(path, bytes());
        return [name, path] as const;
      }),
    );
    const program = join(import.meta.dirname, '../support/read-hostile-program.mjs');
    const words = [
      `--max-old-space-size=${String(HEAP_MEBIBYTES)}`,
      program,
      ...paths.map(([, path]) => path),
    ];
    const { stdout } = await promisify(execFile)(process.execPath, words);
    const told = JSON.parse(stdout) as { codes: readonly string[]; mebibytes: number };
    paths.forEach(([name], index) => (answers[name] = told.codes[index] ?? ''));
    mebibytes = told.mebibytes;
  });

  it.each(Object.entries(hostile).map(([name, [code]]) => [name, code]))('%s: %s', (name, code) => {
    expect(answers[name]).toBe(code);
  });

  it('is refused in little memory', () => {
    expect(mebibytes).toBeLessThan(PROCESS_MEBIBYTES);
  });
});

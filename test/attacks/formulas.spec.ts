import { parse } from 'csv-parse/sync';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { bankResultLines } from '../../src/core/formats/bank-transfer/bank-result.js';
import { bankTransferLines } from '../../src/core/formats/bank-transfer/bank-transfer.js';
import { csvLines } from '../../src/core/formats/csv-lines.js';
import type { PrintSheet } from '../../src/core/formats/print-sheet.js';
import { printSheetBytes } from '../../src/platform/files/print-sheet-bytes.js';
import { tableBytes } from '../../src/platform/files/table-bytes.js';

const signs = ['=', '+', '-', '@', '\t', '\r', '\n', '\uFF1D', '\uFF0B', '\uFF0D', '\uFF20'];
const texts = fc.oneof(
  fc.tuple(fc.constantFrom(...signs), fc.string()).map(([sign, rest]) => `${sign}${rest}`),
  fc.constantFrom(
    `=cmd|'/C calc'!A0`,
    '=HYPERLINK("http://x";"klik")',
    '@SUM(1)',
    '-2+3',
    '"=1+1"',
    ';=1+1',
    '\n=1',
  ),
  fc.string({ unit: 'grapheme' }),
);
const money = fc.bigInt({ min: -1_000_000n, max: 1_000_000_000n });

describe('a text that looks like a formula', () => {
  it('is text in a table of semicolons, and numbers stay numbers', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(texts, money, texts), { minLength: 1 }), (rows) => {
        const options = { delimiter: ';', bom: true, relax_quotes: false, record_delimiter: '\r\n' };
        const read: string[][] = parse([...csvLines(rows)].join(''), options);
        for (const [index, cells] of read.entries()) {
          const [one = '', amount, other = ''] = cells;
          expect([one, other].filter((cell) => signs.some((sign) => cell.startsWith(sign)))).toEqual([]);
          expect(amount).toBe(String(rows[index]?.[1]));
          expect([one, other].map(withoutMark)).toEqual(
            [rows[index]?.[0], rows[index]?.[2]].map(withoutMark),
          );
        }
        expect(read).toHaveLength(rows.length);
      }),
    );
  });

  it('is text in a workbook that is copied from', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(texts, money), { minLength: 1, maxLength: 5 }), async (rows) => {
        for (const { value } of await cellsOf(await tableBytes('A', rows)))
          expect(typeof value).not.toBe('object');
      }),
      { numRuns: 20 },
    );
  });

  it('is text in a workbook that is printed; formulas are ours alone', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(texts, { minLength: 1, maxLength: 5 }), async (rows) => {
        for (const formula of formulasIn(await cellsOf(await printSheetBytes(sheetOf(rows)))))
          expect(formula).toMatch(/^SUM\([A-Z]+\d+:[A-Z]+\d+\)$/);
      }),
      { numRuns: 20 },
    );
  });

  it('does not reach a bank: its columns hold capitals, digits, dots and hyphens behind a letter or digit', () => {
    fc.assert(
      fc.property(texts, texts, texts, (bankName, name, remark) => {
        const payee = `A${name}`;
        const transfer = {
          reference: 'R-1',
          bankCode: '118',
          bankName,
          account: '0012345',
          payee,
          amount: 1n,
          remark,
        };
        const result = { reference: 'R-1', amount: 1n, status: 'paid', remark } as const;
        const cells = [...bankTransferLines([transfer]), ...bankResultLines([result])].flatMap((line) =>
          line.trimEnd().split(','),
        );
        expect(cells.filter((cell) => !/^([A-Z0-9][A-Z0-9 ._-]*)?$/.test(cell))).toEqual([]);
      }),
    );
  });
});

function sheetOf(rows: readonly string[]): PrintSheet {
  return {
    name: 'A',
    widths: [10],
    rows: rows.map((value) => ({ cells: [{ column: 1, value, style: 'text' }], height: 12 })),
    repeatedRows: [1, 1],
    footer: { left: '=1+1', right: '&D=1' },
  };
}

function formulasIn(cells: readonly ExcelJS.Cell[]): string[] {
  return cells.filter(({ type }) => type === ExcelJS.ValueType.Formula).map(({ formula }) => formula);
}

function withoutMark(text: string | undefined): string {
  return (text ?? '').replace(/^'/, '');
}

async function cellsOf(bytes: Buffer): Promise<ExcelJS.Cell[]> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes as unknown as ExcelJS.Buffer);
  const cells: ExcelJS.Cell[] = [];
  workbook.eachSheet((sheet) => {
    sheet.eachRow((row) => {
      row.eachCell((cell) => cells.push(cell));
    });
  });
  return cells;
}

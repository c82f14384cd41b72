import fc from 'fast-check';
import { cellAddress, type CellValue, type SheetRow } from '../../../../src/core/formats/sheet/cell.js';
import { blankAllowedColumn, defineLayout, filledColumn } from '../../../../src/core/formats/sheet/layout.js';
import { parseCount } from '../../../../src/core/formats/sheet/parse-count.js';
import { digitsParser } from '../../../../src/core/formats/sheet/parse-digits.js';
import { parseText } from '../../../../src/core/formats/sheet/parse-text.js';
import { describeProblem } from '../../../../src/core/formats/sheet/problem.js';
import { openTable } from '../../../../src/core/formats/sheet/table-reader.js';

const layout = defineLayout({
  number: filledColumn('NOMOR KTP', digitsParser(4, 4), { headers: ['KTP'], mask: () => '****' }),
  name: filledColumn('NAMA', parseText, { headers: ['NAMA LENGKAP'] }),
  village: filledColumn('DESA', parseText),
  children: blankAllowedColumn('ANAK', parseCount),
});

function sheetRow(row: number, cells: readonly (string | number | null)[], sheet = 'A'): SheetRow {
  const filled = cells.flatMap((cell, index): [number, CellValue][] => {
    if (cell === null || cell === '') return [];
    const value: CellValue =
      typeof cell === 'number'
        ? { kind: 'number', number: cell, format: 'General' }
        : { kind: 'text', text: cell };
    return [[index + 1, value]];
  });
  return { sheet, row, cells: new Map(filled) };
}

function read(...lines: readonly (readonly (string | number | null)[])[]) {
  const reader = openTable(layout);
  const rows = lines.flatMap((cells, index) => reader.push(sheetRow(index + 1, cells)) ?? []);
  return { rows, ...reader.finish() };
}

const HEADER = ['KTP', 'NAMA', 'DESA', 'ANAK'];

describe('openTable', () => {
  it('takes a dash, and what nobody sees, for no word where one is compulsory', () => {
    const { problems } = read(
      HEADER,
      ['1234', ' - ', 'Siti\u202eung', '2'],
      ['1235', 'Desi', '\u200b...', '1'],
    );
    expect(problems.map(describeProblem)).toEqual([
      expect.stringContaining('sel B2'),
      expect.stringContaining('sel C3'),
    ]);
    expect(problems.map(({ code }) => code)).toEqual(['sheet.cell-blank', 'sheet.cell-blank']);
  });

  it('finds the header in any order, case and punctuation, below any titles', () => {
    const order = fc.shuffledSubarray(['nomor k.t.p', ' Nama\nLengkap ', 'DESA (asal)', 'Anak'], {
      minLength: 4,
    });
    fc.assert(
      fc.property(order, fc.array(fc.constantFrom('DAFTAR', 'NAMA', 'TAHUN 2026')), (header, titles) => {
        const values: Record<string, string> = { n: '1234', ' ': 'Siti', D: 'Sitiung', A: '2' };
        const cells = header.map((heading) => values[heading.charAt(0)] ?? '');
        const { rows, problems } = read(...titles.map((title) => [title]), header, cells);
        expect(problems).toEqual([]);
        expect(rows.map(({ values }) => values)).toEqual([
          { number: '1234', name: 'Siti', village: 'Sitiung', children: 2 },
        ]);
        expect(rows[0]?.titles).toEqual(titles);
      }),
    );
  });

  it('collects every problem of every row, with its cell and masked value', () => {
    const lines = Array.from({ length: 10_000 }, () => ['12', 'Siti', 'Sitiung', 'dua']);
    const { rows, problems } = read(HEADER, ...lines);
    expect(problems).toHaveLength(20_000);
    expect(new Set(problems.map(({ cell }) => cell)).size).toBe(20_000);
    expect(problems[0]).toMatchObject({ sheet: 'A', cell: 'A2', column: 'NOMOR KTP', value: '****' });
    expect(rows[0]).toMatchObject({ values: undefined, found: { name: 'Siti', village: 'Sitiung' } });
  });

  it('says where, what stands there, what is wrong and what to do', () => {
    const { problems } = read(HEADER, ['1234', 'Siti', 'Sitiung', 'dua']);
    expect(problems.map(describeProblem)).toEqual([
      'Lembar A, sel D2, kolom ANAK, isi "dua": Jumlah harus bilangan bulat dari 0, tanpa titik dan tanpa satuan.',
    ]);
  });

  it('ends at a total or a signature, and goes on after a subtotal', () => {
    const { rows, problems } = read(
      HEADER,
      ['1', '2', '3', '4'],
      ['1234', 'Siti', 'Sitiung', 1],
      ['', 'JUMLAH', '', 1],
      ['1235', 'Dewi', 'Sitiung', 2],
      ['TOTAL', '', '', 3],
      ['', 'Mengetahui,', '', ''],
      ['', '', 'Sitiung, 5 Juli 2026', ''],
      ['', '( Yusnidar )', '', ''],
    );
    expect(problems).toEqual([]);
    expect(rows.map(({ row }) => row)).toEqual([3, 5]);
  });

  it('never takes a half-filled row for a signature', () => {
    const { rows, problems } = read(HEADER, ['', 'Siti', '', ''], ['', '', '', 3]);
    expect(rows).toHaveLength(2);
    expect(problems.map(({ cell }) => cell)).toEqual(['A2', 'C2', 'A3', 'B3', 'C3']);
  });

  it('reads no row of a table whose header is wrong', () => {
    const missing = read(['KTP', 'NAMA', 'ANAK', 'Umur'], ['x', 'Siti', 'y', '40']);
    expect(missing.problems).toMatchObject([
      { code: 'sheet.column-missing', column: 'DESA', facts: { found: 'NOMOR KTP, NAMA, ANAK, Umur' } },
    ]);
    expect(missing.rows).toEqual([]);
    const twice = read([...HEADER, 'Nama Lengkap'], ['x', 'Siti', 'y', '1', 'z']);
    expect(twice.problems).toMatchObject([{ code: 'sheet.column-twice', facts: { cells: 'B1, E1' } }]);
  });

  it('tolerates the header again in the middle, also in another order', () => {
    const { rows } = read(
      HEADER,
      ['1234', 'Siti', 'Sitiung', 1],
      HEADER,
      ['1235', 'Dewi', 'Sitiung', 2],
      ['NAMA', 'DESA', 'KTP'],
      ['Ani', 'Siguntur', '1236'],
    );
    expect(rows.map(({ values }) => [values?.number, values?.name])).toEqual([
      ['1234', 'Siti'],
      ['1235', 'Dewi'],
      ['1236', 'Ani'],
    ]);
  });

  it('notes headings it does not know, once', () => {
    const { notes } = read([...HEADER, 'NO', 'Ukuran Baju'], ['1234', 'Siti', 'Sitiung', 1, 1, 'M']);
    expect(notes).toMatchObject([{ code: 'sheet.columns-ignored', facts: { columns: 'Ukuran Baju' } }]);
  });
});

describe('cellAddress', () => {
  it.each([
    [1, 1, 'A1'],
    [26, 7, 'Z7'],
    [27, 7, 'AA7'],
    [702, 2, 'ZZ2'],
    [703, 2, 'AAA2'],
  ])('%i, %i is %s', (column, row, address) => {
    expect(cellAddress(column, row)).toBe(address);
  });
});

describe('defineLayout', () => {
  it('throws when two fields claim one heading', () => {
    const columns = { one: filledColumn('NAMA', parseText), other: filledColumn('Na.ma', parseText) };
    expect(() => defineLayout(columns)).toThrow('NAMA');
  });
});

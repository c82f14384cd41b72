import type { PrintRow } from '../../../src/core/formats/print-sheet.js';
import { dataPackSheet } from '../../../src/core/privacy/data-pack.js';

const long = Array.from({ length: 9_000 }, (_, index) => `kata ${String(index)}`).join(' ');
const pack = {
  kader: { number: 7, name: 'Yusnidar' },
  madeAt: '2026-10-05T03:00:00.000Z',
  reason: long,
  parts: [
    { name: 'changes', title: 'Siapa mengubah data ini', rows: [{ Isi: long, Baris: 'a\n'.repeat(99) }] },
  ],
};

const textOf = (row: PrintRow, column: number) => {
  const value = row.cells.find((cell) => cell.column === column)?.value;
  return typeof value === 'string' ? value : '';
};

it('a long text is told in as many rows as Excel needs to show it', () => {
  const rows = [...dataPackSheet(pack).rows];
  const texts = rows.flatMap((row) => [textOf(row, 1), textOf(row, 2)]);
  expect(Math.max(...rows.map(({ height }) => height))).toBeLessThanOrEqual(409);
  expect(Math.max(...texts.map(({ length }) => length))).toBeLessThanOrEqual(32_767);
  const told = rows.filter((row) => textOf(row, 1).startsWith('Isi')).map((row) => textOf(row, 2));
  expect(told.join('')).toBe(long);
  expect(texts.filter((text) => text === 'Isi (lanjutan)')).toHaveLength(told.length - 1);
  expect(texts.filter((text) => text.startsWith('Baris'))).toHaveLength(4);
});

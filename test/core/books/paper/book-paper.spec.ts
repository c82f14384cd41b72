import { bookSheet, type BookPaper } from '../../../../src/core/books/paper/book-paper.js';
import { money, sum, sumLabel, text } from '../../../../src/core/books/paper/cells.js';
import { bookHeading } from '../../../support/book-ledger.js';

const paper: BookPaper = {
  heading: bookHeading,
  title: 'Buku Uji',
  subtitle: 'Bulan Januari 2026',
  facts: [['Nama', 'Siti']],
  columns: [
    { title: 'Uraian', width: 40 },
    { title: 'Bukti', width: 20 },
    { title: 'Jumlah (Rp)', width: 15 },
  ],
  rows: [[text('Honor', 2), money(75_000n)]],
  sums: [[sumLabel('Jumlah', 2), sum(75_000n)]],
  remarks: ['Selesai.'],
};

describe('bookSheet', () => {
  it('places each cell after those before it, and says where the table begins', () => {
    const { rows, repeatedRows, footer } = bookSheet(paper);
    const all = [...rows];
    expect(all[repeatedRows[0] - 1]?.cells.map(({ value }) => value)).toEqual([
      'Uraian',
      'Bukti',
      'Jumlah (Rp)',
    ]);
    expect(all[repeatedRows[1]]?.cells).toEqual([
      { column: 1, span: 2, value: 'Honor', style: 'text' },
      { column: 3, value: 75_000n, style: 'money' },
    ]);
    expect(footer).toEqual({
      left: 'Buku Uji - Bulan Januari 2026',
      right: 'Buku besar posisi 7: abababababababab',
    });
  });

  it('makes a row as high as its longest text needs', () => {
    const heightOf = (description: string): number => {
      const { rows, repeatedRows } = bookSheet({
        ...paper,
        rows: [[text(description), text(''), money(1n)]],
      });
      return [...rows][repeatedRows[1]]?.height ?? 0;
    };
    expect(heightOf('x'.repeat(100))).toBeGreaterThan(heightOf('x'.repeat(20)));
    expect(heightOf('satu\ndua\ntiga')).toBe(heightOf('x'.repeat(100)));
  });

  it('gives each signature about half of the width, however many columns that is', () => {
    const halves = [...bookSheet(paper).rows].at(-1)?.cells.map(({ column, span }) => [column, span]);
    expect(halves).toEqual([
      [1, 1],
      [2, 2],
    ]);
  });

  it('has no signatures where nobody signs', () => {
    const signed = [...bookSheet(paper).rows];
    const unsigned = [...bookSheet({ ...paper, heading: { ...bookHeading, signing: undefined } }).rows];
    expect(signed.length - unsigned.length).toBe(5);
  });
});

import { bookSheet } from '../../../src/core/books/paper/book-paper.js';
import { money, text } from '../../../src/core/books/paper/cells.js';
import { printLines } from '../../../src/core/formats/print-lines.js';
import { bookHeading } from '../../support/book-ledger.js';

describe('printLines', () => {
  it('is the sheet without what only paper needs', () => {
    const sheet = bookSheet({
      heading: { ...bookHeading, offices: ['Nagari Siguntur'], signing: undefined },
      title: 'Buku Uji',
      subtitle: 'Bulan Januari 2026',
      facts: [],
      columns: [
        { title: 'Uraian', width: 40 },
        { title: 'Jumlah (Rp)', width: 15 },
      ],
      rows: [[text('Honor\nJanuari'), money(-75_000n)]],
      sums: [],
      remarks: [],
    });
    expect(printLines(sheet)).toEqual([
      'NAGARI SIGUNTUR',
      'BUKU UJI',
      'Bulan Januari 2026',
      'Uraian | Jumlah (Rp)',
      'Honor Januari | -Rp75.000',
    ]);
  });
});

import { csvLines } from '../../../src/core/formats/csv-lines.js';

describe('csvLines', () => {
  it('writes what Excel in Indonesian reads, and no formula', () => {
    const rows = [
      ['NAMA', 'RUPIAH', 'PERSEN'],
      ['Siti "Iti"; kader', 75_000n, 2.5],
      ['=1+1', 0, ''],
      ['@x', -1, '-'],
    ];
    expect([...csvLines(rows)]).toEqual([
      '\uFEFFNAMA;RUPIAH;PERSEN\r\n',
      '"Siti ""Iti""; kader";75000;2,5\r\n',
      "'=1+1;0;\r\n",
      "'@x;-1;'-\r\n",
    ]);
  });
});

import { reportSheet } from '../../../src/core/report/report-sheet.js';
import { tableLines, type ReportTable } from '../../../src/core/report/report-table.js';

const table: ReportTable = {
  title: 'Tunggakan',
  subtitle: 'keadaan hari ini',
  facts: [['Jumlah', '2']],
  columns: [
    { title: 'Nama', width: 10 },
    { title: 'Honor', width: 12 },
  ],
  rows: [
    ['Yusnidar', 75_000n],
    ['=SUM(A1)', null],
  ],
  totals: ['Jumlah', 75_000n],
  remarks: ['Cocok.'],
};

it('the sheet has heading, facts, rows, sums and remarks, and repeats the heading on every page', () => {
  const { rows, repeatedRows } = reportSheet(table);
  const values = [...rows].map(({ cells }) => cells.map(({ value, style }) => [value, style]));
  expect(values[repeatedRows[0] - 1]).toEqual([
    ['Nama', 'header'],
    ['Honor', 'header'],
  ]);
  expect(values.slice(repeatedRows[1])).toEqual([
    [
      ['Yusnidar', 'text'],
      [75_000n, 'money'],
    ],
    [
      ['=SUM(A1)', 'text'],
      ['-', 'text'],
    ],
    [
      ['Jumlah', 'total-label'],
      [75_000n, 'total-money'],
    ],
    [['Cocok.', 'value']],
  ]);
});

it('the lines put figures under each other', () => {
  expect(tableLines(table)).toEqual([
    'Tunggakan, keadaan hari ini',
    'Jumlah: 2',
    '',
    'Nama         Honor',
    '--------  --------',
    'Yusnidar  Rp75.000',
    '=SUM(A1)         -',
    '--------  --------',
    'Jumlah    Rp75.000',
    '',
    'Cocok.',
  ]);
});

import { readFileSync } from 'node:fs';
import type { PrintRow } from '../../../../src/core/formats/print-sheet.js';
import { buildRecipientsList } from '../../../../src/core/formats/recipients-list/build-recipients-list.js';
import { goldenList, listOf } from '../../../support/recipients-list.js';

/** A row as one line a person can read: cells parted by bars, a sum with the range it adds up. */
function lineOf({ cells, closesPage }: PrintRow): string {
  const shown = cells.map(({ value }) => {
    if (typeof value !== 'object') return String(value).replace('\n', ' / ');
    const { column, fromRow, toRow } = value.sumOf;
    return `${String(value.result)} (jumlah kolom ${String(column)}, baris ${String(fromRow)}-${String(toRow)})`;
  });
  return shown.join(' | ').trimEnd() + (closesPage === true ? ' ---' : '');
}

describe('buildRecipientsList', () => {
  it('builds the golden case', () => {
    const sheet = buildRecipientsList(goldenList());
    const lines = [...sheet.rows].map(lineOf).join('\n');
    expect(`${lines}\n`).toBe(readFileSync('test/golden/recipients-list/satu-nagari/expected.txt', 'utf8'));
    expect(sheet.footer).toEqual({ left: 'SPP 00045/SPP/2.2.02/2026', right: 'Buku besar 1b2100d6df85ffad' });
  });

  it('shows no NIK and no account whole', () => {
    const text = JSON.stringify([...buildRecipientsList(goldenList()).rows].map(lineOf));
    for (const secret of ['1310045507850001', '00020210098811']) expect(text).not.toContain(secret);
  });

  it('repeats the rows of column titles and their numbers', () => {
    const sheet = buildRecipientsList(goldenList());
    const [first, last] = sheet.repeatedRows;
    const rows = [...sheet.rows];
    expect(lineOf(rows[first - 1] ?? { cells: [], height: 0 })).toMatch(/^No \| Nama \| NIK/);
    expect(lineOf(rows[last - 1] ?? { cells: [], height: 0 })).toMatch(/^1 \| 2 \| 3/);
  });

  it.each([1, 2, 14, 15, 25, 27, 38, 60])(
    'keeps total and signatures on one page with %i recipients',
    (count) => {
      const rows = [...buildRecipientsList(listOf(count)).rows];
      const total = rows.findIndex((row) => lineOf(row).startsWith('JUMLAH'));
      expect(rows.slice(total).some((row) => row.closesPage)).toBe(false);
      expect(rows[total - 1]?.closesPage).toBeUndefined();
    },
  );

  it('stops at a net that is not gross less deductions', () => {
    const list = goldenList();
    const recipients = list.recipients.map((recipient) => ({ ...recipient, net: recipient.net + 1n }));
    expect(() => buildRecipientsList({ ...list, recipients })).toThrow('net of Yusmaniar');
  });
});

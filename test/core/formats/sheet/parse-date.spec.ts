import fc from 'fast-check';
import type { CellValue } from '../../../../src/core/formats/sheet/cell.js';
import { dateOfSerial, parseDate } from '../../../../src/core/formats/sheet/parse-date.js';
import { addDays, formatDate, plainDate, type PlainDate } from '../../../../src/core/shared/plain-date.js';

const text = (typed: string): CellValue => ({ kind: 'text', text: typed });
const read = (typed: string) => {
  const reading = parseDate(text(typed));
  return 'value' in reading ? reading.value : reading.refusal.code;
};
const days = fc.integer({ min: 0, max: 60_000 }).map((count) => addDays(plainDate('1930-01-01'), count));

function spellings(date: PlainDate): string[] {
  const [year = '', month = '', day = ''] = date.split('-');
  const [shortDay, shortMonth] = [String(Number(day)), String(Number(month))];
  const long = formatDate(date);
  return [
    `${day}/${month}/${year}`,
    `${shortDay}-${shortMonth}-${year}`,
    `${day}.${month}.${year}`,
    date,
    long,
    long.toUpperCase(),
    `Senin, ${long}`,
    long.replace(/ (\w{3})\w* /, ' $1 '),
  ];
}

describe('parseDate', () => {
  it('reads every usual spelling of every day', () => {
    fc.assert(
      fc.property(days, (date) => {
        for (const spelling of spellings(date)) expect([spelling, read(spelling)]).toEqual([spelling, date]);
      }),
    );
  });

  it('reads a serial as Excel counts it, as a number or as text', () => {
    expect(dateOfSerial(46208)).toBe('2026-07-05');
    fc.assert(
      fc.property(fc.integer({ min: 10_000, max: 79_999 }), (serial) => {
        const date = dateOfSerial(serial);
        expect(date && addDays(date, 1)).toBe(dateOfSerial(serial + 1));
        expect(parseDate({ kind: 'number', number: serial, format: 'General' })).toEqual({ value: date });
        expect(read(String(serial))).toBe(date);
      }),
    );
  });

  it.each([
    ['5 Agust 2026', '2026-08-05'],
    ['5 Ags 2026', '2026-08-05'],
    ['5 Peb. 2026', '2026-02-05'],
    ['5 Nop 2026', '2026-11-05'],
    ['29/02/2024', '2024-02-29'],
  ])('reads %s', (typed, date) => {
    expect(read(typed)).toBe(date);
  });

  it.each([
    ['05/07/26', 'sheet.date-year-short'],
    ['5 Juli 26', 'sheet.date-year-short'],
    ['31/04/2026', 'sheet.date-impossible'],
    ['29/02/2026', 'sheet.date-impossible'],
    ['07/13/2026', 'sheet.date-impossible'],
    ['5 Foo 2026', 'sheet.date-impossible'],
    ['2026', 'sheet.date-expected'],
    ['Juli 2026', 'sheet.date-expected'],
    ['besok', 'sheet.date-expected'],
  ])('refuses %s', (typed, code) => {
    expect(read(typed)).toBe(code);
  });

  it('refuses a number that is a year or an age', () => {
    for (const number of [45, 1985, 20_260_705, -3]) {
      expect(parseDate({ kind: 'number', number, format: 'General' })).toMatchObject({
        refusal: { code: 'sheet.date-impossible' },
      });
    }
  });
});

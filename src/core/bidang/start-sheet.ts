import { shownText } from '../formats/sheet/cell.js';
import { defineLayout, filledColumn, type CellParser } from '../formats/sheet/layout.js';
import { choiceParser } from '../formats/sheet/parse-choice.js';
import { parseDate } from '../formats/sheet/parse-date.js';
import { parseText } from '../formats/sheet/parse-text.js';
import { readAs, refuse } from '../formats/sheet/reading.js';
import type { TableRow } from '../formats/sheet/table-reader.js';
import { bidangWords } from '../kader/vocabulary.js';
import { monthNumber } from '../shared/plain-date.js';
import { monthOf, parseServiceMonth, type ServiceMonth } from '../shared/service-month.js';

/** Phases: one row for each bidang and region, with the month it starts in and the decree that says so. */
export const startLayout = defineLayout({
  bidang: filledColumn('BIDANG', choiceParser(bidangWords), { headers: ['BIDANG SPM'] }),
  region: filledColumn('KODE WILAYAH', parseText, { headers: ['WILAYAH', 'KODE NAGARI', 'KODE KECAMATAN'] }),
  start: filledColumn('MULAI', parseStartMonth(), { headers: ['BULAN MULAI', 'MULAI BULAN'] }),
  basis: filledColumn('DASAR HUKUM', parseText, { headers: ['DASAR', 'NO SK'] }),
});

export type StartRow = TableRow<(typeof startLayout)['columns']>;

/** `2026-07`, `07/2026`, `Juli 2026`, or a day: the month it lies in. */
function parseStartMonth(): CellParser<ServiceMonth> {
  return (cell) => {
    const text = shownText(cell);
    const month = parseServiceMonth(text) ?? namedMonth(text) ?? numberedMonth(text);
    if (month !== undefined) return readAs(month);
    const day = parseDate(cell);
    return 'value' in day ? readAs(monthOf(day.value)) : refuse('bidang.start-month', {});
  };
}

function namedMonth(text: string): ServiceMonth | undefined {
  const [, name, year] = /^([A-Za-z]+) (\d{4})$/.exec(text) ?? [];
  return name === undefined || year === undefined ? undefined : monthOfYear(year, monthNumber(name) ?? 0);
}

function numberedMonth(text: string): ServiceMonth | undefined {
  const [, number, year] = /^(\d{1,2})[/.-](\d{4})$/.exec(text) ?? [];
  return number === undefined || year === undefined ? undefined : monthOfYear(year, Number(number));
}

function monthOfYear(year: string, month: number): ServiceMonth | undefined {
  return parseServiceMonth(`${year}-${String(month).padStart(2, '0')}`);
}

import { documentProblem } from '../formats/document-problem.js';
import { DocumentReader, join } from '../shared/document-reader.js';
import { DomainError } from '../shared/domain-error.js';
import { parsePlainDate, type PlainDate } from '../shared/plain-date.js';
import { refuseAny } from '../shared/refusals.js';

/** The holidays and shared leave of one year. */
export interface HolidayYear {
  readonly year: number;
  readonly basis: string;
  readonly days: readonly { readonly date: PlainDate; readonly name: string }[];
}

/**
 * Reads a year of holidays (`config/holidays-2026.yaml`) whose values are the texts that were written.
 *
 * @throws Refusals with every problem, each with its path
 */
export function readHolidays(document: unknown): HolidayYear {
  const problems: DomainError[] = [];
  const reader = new DocumentReader(problems, documentProblem);
  const fields = reader.fields(document, '', ['year', 'basis', 'days']);
  const year = reader.value(fields.year, 'year', 'tahun seperti 2026', yearOf) ?? 0;
  const basis = reader.text(fields.basis, 'basis') ?? '';
  const days = reader.list(fields.days, 'days').flatMap((value, index) => {
    const path = join('days', index);
    const own = reader.fields(value, path, ['date', 'name']);
    const date = reader.value(own.date, join(path, 'date'), 'tanggal seperti 2026-01-01', dayOf);
    const name = reader.text(own.name, join(path, 'name'));
    if (date === undefined || name === undefined) return [];
    if (!date.startsWith(`${String(year)}-`)) {
      problems.push(new DomainError('invalid', 'holiday.other-year', { path, day: date, year }));
    }
    return [{ date, name }];
  });
  refuseAny(problems);
  return { year, basis, days };
}

function yearOf(value: unknown): number | undefined {
  return typeof value === 'string' && /^20\d\d$/.test(value) ? Number(value) : undefined;
}

function dayOf(value: unknown): PlainDate | undefined {
  return typeof value === 'string' ? parsePlainDate(value) : undefined;
}

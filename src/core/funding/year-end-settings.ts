import { DocumentReader } from '../shared/document-reader.js';
import { DomainError } from '../shared/domain-error.js';
import { parsePlainDate, plainDate, type PlainDate } from '../shared/plain-date.js';
import { refuseAny } from '../shared/refusals.js';

/** Days that are no law but habit of an office, from `config/year-end.yaml`. */
export interface YearEndSettings {
  /** Last day on which the treasury takes requests and first on which a year may be closed; month and day: `12-24`. */
  readonly cutOff: string;
  /** Days before the cut-off from which the report warns. */
  readonly warnDays: number;
}

/**
 * Reads the settings, whose values are the texts that were written.
 *
 * @throws Refusals `funding.year-end-settings` with every field that is missing, unknown or unreadable
 */
export function readYearEndSettings(document: unknown, file: string): YearEndSettings {
  const problems: DomainError[] = [];
  const reader = new DocumentReader(problems, (kind, path, _value, expected) => {
    const what = kind === 'unknown' ? 'tidak dikenal' : `seharusnya ${expected}`;
    return new DomainError('invalid', 'funding.year-end-settings', { file, path, what });
  });
  const fields = reader.fields(document, '', ['cutOff', 'warnDays']);
  const cutOff = reader.value(
    fields.cutOff,
    'cutOff',
    'bulan-tanggal dalam Desember, misalnya 12-24',
    (value) =>
      typeof value === 'string' && value.startsWith('12-') && parsePlainDate(`2026-${value}`) !== undefined
        ? value
        : undefined,
  );
  const warnDays = reader.value(fields.warnDays, 'warnDays', 'bilangan bulat dari 1 sampai 365', (value) =>
    typeof value === 'string' && /^[1-9]\d{0,2}$/.test(value) && Number(value) <= 365
      ? Number(value)
      : undefined,
  );
  refuseAny(problems);
  return { cutOff: cutOff ?? '', warnDays: warnDays ?? 0 };
}

/** The cut-off of a fiscal year. */
export function cutOffOf(year: number, { cutOff }: YearEndSettings): PlainDate {
  return plainDate(`${String(year)}-${cutOff}`);
}

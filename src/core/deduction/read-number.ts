import type { DocumentReader } from '../shared/document-reader.js';
import type { DomainError } from '../shared/domain-error.js';

/** Percent as it is written: 0 to 100, at most two decimals after a dot. */
export function readPercent(
  reader: DocumentReader<DomainError>,
  value: unknown,
  path: string,
): number | undefined {
  return reader.value(value, path, 'persen dari 0 sampai 100, misalnya 5 atau 2.5', (found) => {
    if (typeof found !== 'string' || !/^\d{1,3}(\.\d{1,2})?$/.test(found)) return undefined;
    return Number(found) <= 100 ? Number(found) : undefined;
  });
}

/** The day of the next month until which is remitted; 28 at most, because every month has it. */
export function readDueDay(reader: DocumentReader<DomainError>, value: unknown): number | undefined {
  return reader.value(value, 'dueDay', 'tanggal 1 sampai 28', (found) => {
    if (typeof found !== 'string' || !/^\d{1,2}$/.test(found)) return undefined;
    return Number(found) >= 1 && Number(found) <= 28 ? Number(found) : undefined;
  });
}

import type { DomainError } from '../shared/domain-error.js';
import type { DocumentReader } from '../shared/document-reader.js';
import { parsePlainDate, type PlainDate } from '../shared/plain-date.js';
import type { LegalBasis } from './legal-basis.js';

/** Reads the decree behind a policy; the hash of its file may be left out. */
export function readLegalBasis(reader: DocumentReader<DomainError>, value: unknown): LegalBasis | undefined {
  const fields = reader.fields(value, 'legalBasis', ['number', 'date', 'title', 'fileSha256']);
  const number = reader.text(fields.number, 'legalBasis.number');
  const date = reader.value(fields.date, 'legalBasis.date', 'tanggal seperti 2026-01-01', day);
  const title = reader.text(fields.title, 'legalBasis.title');
  const hash = fields.fileSha256;
  const fileSha256 =
    hash === undefined
      ? null
      : reader.value(hash, 'legalBasis.fileSha256', 'SHA-256 berkasnya, 64 angka heksadesimal', sha256Of);
  if (number === undefined || date === undefined || title === undefined || fileSha256 === undefined)
    return undefined;
  return { number, date, title, fileSha256 };
}

function day(value: unknown): PlainDate | undefined {
  return typeof value === 'string' ? parsePlainDate(value) : undefined;
}

function sha256Of(value: unknown): string | undefined {
  return typeof value === 'string' && /^[0-9a-fA-F]{64}$/.test(value) ? value.toLowerCase() : undefined;
}

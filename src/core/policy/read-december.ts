import type { DomainError } from '../shared/domain-error.js';
import type { DocumentReader } from '../shared/document-reader.js';
import type { DecemberRule } from './december.js';

/** @returns null where the document says nothing: then December is paid after it is over, as any month */
export function readDecember(
  reader: DocumentReader<DomainError>,
  value: unknown,
): DecemberRule | null | undefined {
  if (value === undefined) return null;
  const fields = reader.fields(value, 'decemberPayableFrom', ['day', 'basis']);
  const day = reader.value(fields.day, 'decemberPayableFrom.day', 'tanggal dari 1 sampai 31', dayOfDecember);
  const basis = reader.text(fields.basis, 'decemberPayableFrom.basis');
  return day === undefined || basis === undefined ? undefined : { day, basis };
}

function dayOfDecember(value: unknown): number | undefined {
  const day = typeof value === 'string' && /^[1-9]\d?$/.test(value) ? Number(value) : undefined;
  return day !== undefined && day <= 31 ? day : undefined;
}

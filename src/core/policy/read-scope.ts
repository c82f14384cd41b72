import type { DomainError } from '../shared/domain-error.js';
import { join, type DocumentReader } from '../shared/document-reader.js';
import { readNames } from './component-source.js';
import type { OpdScope } from './honor-policy.js';
import type { PolicyVocabulary } from './policy-vocabulary.js';

/** Whose policy it is and where it holds; a part is undefined when it could not be read. */
export interface ReadScope {
  readonly scope: string | undefined;
  readonly opd: OpdScope | null | undefined;
  readonly topsUp: string | null | undefined;
}

/** Reads the fields that say for whom a policy holds. */
export function readScope(
  reader: DocumentReader<DomainError>,
  fields: Readonly<Record<string, unknown>>,
  vocabulary: PolicyVocabulary,
): ReadScope {
  const where = 'kode wilayah Kemendagri, misalnya 13.10.04.2001';
  const which = 'kode kebijakan yang ditambah, huruf kecil, angka dan strip';
  return {
    scope: reader.value(fields.scope, 'scope', where, regionCode),
    opd: fields.opd === undefined ? null : readOpd(reader, fields.opd, vocabulary),
    topsUp: fields.topsUp === undefined ? null : reader.value(fields.topsUp, 'topsUp', which, policyCode),
  };
}

/** A code of a policy: small letters, digits and dashes. */
export function policyCode(value: unknown): string | undefined {
  return typeof value === 'string' && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(value) ? value : undefined;
}

function readOpd(
  reader: DocumentReader<DomainError>,
  value: unknown,
  vocabulary: PolicyVocabulary,
): OpdScope | undefined {
  const fields = reader.fields(value, 'opd', ['code', 'bidang']);
  const code = reader.value(fields.code, join('opd', 'code'), 'kode OPD, misalnya DISDIK', opdCode);
  const bidang = readNames({ reader, fields, path: 'opd', vocabulary }, 'bidang', vocabulary.bidang);
  return code === undefined ? undefined : { code, bidang };
}

function regionCode(value: unknown): string | undefined {
  return typeof value === 'string' && /^\d{2}(\.\d{2}(\.\d{2}(\.\d{4})?)?)?$/.test(value) ? value : undefined;
}

function opdCode(value: unknown): string | undefined {
  return typeof value === 'string' && /^[A-Z][A-Z0-9-]*$/.test(value) ? value : undefined;
}

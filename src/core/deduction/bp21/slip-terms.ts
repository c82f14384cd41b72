import { join, type DocumentReader } from '../../shared/document-reader.js';
import type { DomainError } from '../../shared/domain-error.js';

/** What a withholding slip (BP21) says of the kind of income; stated by the policy, as codes change by decree. */
export interface SlipTerms {
  /** Kode objek pajak: `21-100-09`. */
  readonly taxObject: string;
  /** Sifat: `Tidak Final`. */
  readonly nature: string;
  readonly facility: string;
  /** Kind of tax and of payment: `411121-100`. */
  readonly kapKjs: string;
  /** What the paper of the payment is called: `Bukti Pembayaran`. */
  readonly documentKind: string;
  /** Whether the slip names the recipient's PTKP. */
  readonly ptkp: 'per-kader' | 'not-needed';
}

/** Reads the terms of one kind of income; problems go to the reader, and undefined comes back. */
export function readSlipTerms(
  reader: DocumentReader<DomainError>,
  value: unknown,
  path: string,
): SlipTerms | undefined {
  const known = ['taxObject', 'nature', 'facility', 'kapKjs', 'documentKind', 'ptkp'];
  const fields = reader.fields(value, path, known);
  const code = (name: string, pattern: RegExp, expected: string) =>
    reader.value(fields[name], join(path, name), expected, (found) =>
      typeof found === 'string' && pattern.test(found) ? found : undefined,
    );
  const taxObject = code('taxObject', /^\d{2}-\d{3}-\d{2}$/, 'kode objek pajak seperti 21-100-09');
  const kapKjs = code('kapKjs', /^\d{6}-\d{3}$/, 'KAP-KJS seperti 411121-100');
  const nature = reader.text(fields.nature, join(path, 'nature'));
  const facility = reader.text(fields.facility, join(path, 'facility'));
  const documentKind = reader.text(fields.documentKind, join(path, 'documentKind'));
  const ptkp = reader.oneOf(fields.ptkp, join(path, 'ptkp'), ['per-kader', 'not-needed'] as const);
  if (taxObject === undefined || kapKjs === undefined || ptkp === undefined) return undefined;
  if (nature === undefined || facility === undefined || documentKind === undefined) return undefined;
  return { taxObject, nature, facility, kapKjs, documentKind, ptkp };
}

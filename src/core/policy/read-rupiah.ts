import type { DomainError } from '../shared/domain-error.js';
import type { DocumentReader } from '../shared/document-reader.js';
import type { Rupiah } from '../shared/rupiah.js';

const expected = 'rupiah bulat lebih dari nol, hanya angka tanpa titik, koma atau Rp, misalnya 75000';

/**
 * An amount of a policy document from the text it is written as. A dot means thousands to one reader and a
 * fraction to another, a factor of a thousand apart: it is refused, not guessed.
 */
export function readRupiah(
  reader: DocumentReader<DomainError>,
  value: unknown,
  path: string,
): Rupiah | undefined {
  return reader.value(value, path, expected, (found) =>
    typeof found === 'string' && /^[1-9]\d{0,14}$/.test(found) ? BigInt(found) : undefined,
  );
}

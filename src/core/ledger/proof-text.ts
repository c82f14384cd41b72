import { decodeBase45, encodeBase45 } from '../formats/base45.js';
import { DomainError } from '../shared/domain-error.js';

/** What the text of a proof begins with, so that whoever scans it knows what it is. */
const PREFIX = 'HKP:';

/** Characters of the alphanumeric mode that the largest QR code (version 40, error correction L) holds. */
export const QR_CHARACTERS_MAX = 4296;

export function proofText(bytes: Uint8Array): string {
  return PREFIX + encodeBase45(bytes);
}

/**
 * The bytes behind a scanned or copied text; other lines and line ends around the one of the proof are passed
 * over.
 *
 * @throws DomainError `proof.text-missing`, `proof.text-repeated`, or `proof.text-unreadable` with the place,
 *   from 1, of the first character that is wrong
 */
export function readProofText(text: string): Uint8Array {
  const [line, ...others] = text
    .split(/[\r\n]+/)
    .map((each) => each.trim())
    .filter((each) => each.startsWith(PREFIX));
  if (line === undefined) throw new DomainError('invalid', 'proof.text-missing', {});
  if (others.length > 0) {
    throw new DomainError('invalid', 'proof.text-repeated', { count: others.length + 1 });
  }
  const bytes = decodeBase45(line.slice(PREFIX.length));
  if (bytes instanceof Uint8Array) return bytes;
  const place = PREFIX.length + bytes.unreadableAt;
  throw new DomainError('invalid', 'proof.text-unreadable', { place });
}

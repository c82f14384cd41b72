import { createHash } from 'node:crypto';

/** SHA-256 of bytes or of UTF-8 text. */
export function sha256(content: Uint8Array | string): Buffer {
  return createHash('sha256').update(content).digest();
}

import { randomBytes, timingSafeEqual } from 'node:crypto';
import { sha256 } from '../sha256.js';

const TOKEN_BYTES = 32;

/** A secret nobody can guess, in 43 characters that may stand in a cookie or a URL. */
export function randomToken(): string {
  return randomBytes(TOKEN_BYTES).toString('base64url');
}

/** What is stored of a token: enough to know it again, and useless to whoever reads the database. */
export function tokenDigest(token: string): Buffer {
  return sha256(token);
}

/** Compares secrets without telling by the time it takes how far they agree. */
export function equalInConstantTime(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && timingSafeEqual(one, other);
}

import { createHash, hash, type Hash } from 'node:crypto';

/** SHA-256 of bytes or of UTF-8 text. */
export function sha256(content: Uint8Array | string): Buffer {
  // In one call: verifying hashes millions of short texts, and an object for each costs more than its hash.
  return hash('sha256', content, 'buffer');
}

/** SHA-256 of content that comes in pieces. */
export class RunningSha256 {
  private readonly hash: Hash = createHash('sha256');

  add(piece: Uint8Array | string): this {
    this.hash.update(piece);
    return this;
  }

  digest(): Buffer {
    return this.hash.digest();
  }
}

import { createCipheriv, createDecipheriv, createHmac, randomBytes, type KeyObject } from 'node:crypto';
import type { Purpose } from '../../core/privacy/purpose.js';
import { DomainError } from '../../core/shared/domain-error.js';
import { requireSameKeys, type FieldKeys } from './field-keys.js';

// Layout of a sealed value: version, length of the key id, key id, nonce, tag, ciphertext.
const VERSION = 1;
const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const HEADER_START = 2;

/**
 * Seals single values of personal data with AES-256-GCM, each under a fresh nonce, and makes the digests they are
 * found by. The id of its key stands in each value, so that keys can be changed while the program runs; its column
 * is authenticated with it, so that a value moved to another column does not open.
 */
export class FieldVault {
  /** @param reread reads the keys again when a value names one that is not known; undefined: there are no more */
  constructor(
    private keys: FieldKeys,
    private readonly reread: () => FieldKeys | undefined = () => undefined,
  ) {}

  /** The id of the key that `seal` uses. */
  get currentKeyId(): string {
    return this.keys.currentId;
  }

  seal(purpose: Purpose, text: string): Buffer {
    const header = headerOf(this.keys.currentId);
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv(CIPHER, this.keyOf(this.keys.currentId), nonce, {
      authTagLength: TAG_BYTES,
    });
    cipher.setAAD(boundTo(purpose, header));
    const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return Buffer.concat([header, nonce, cipher.getAuthTag(), sealed]);
  }

  /** @throws DomainError `vault.key-unknown`, or `vault.unreadable` for anything `seal` did not make for this purpose */
  open(purpose: Purpose, sealed: Uint8Array): string {
    const { keyId, header, nonce, tag, content } = partsOf(purpose, sealed);
    const decipher = createDecipheriv(CIPHER, this.keyOf(keyId), nonce, { authTagLength: TAG_BYTES });
    decipher.setAAD(boundTo(purpose, header)).setAuthTag(tag);
    try {
      return Buffer.concat([decipher.update(content), decipher.final()]).toString('utf8');
    } catch {
      throw unreadable(purpose);
    }
  }

  /** The id of the key a value is sealed with. @throws DomainError `vault.unreadable` */
  keyIdOf(purpose: Purpose, sealed: Uint8Array): string {
    return partsOf(purpose, sealed).keyId;
  }

  /** True when a value is sealed with a key that this process has not, or has otherwise; another process may have it. */
  lacksKeyOf(purpose: Purpose, sealed: Uint8Array): boolean {
    try {
      this.keyOf(partsOf(purpose, sealed).keyId);
      return false;
    } catch (error) {
      if (error instanceof DomainError) return error.code !== 'vault.unreadable';
      throw error;
    }
  }

  /** 32 bytes by which an equal text of the same purpose is found, and that tell nothing without the index key. */
  digest(purpose: Purpose, text: string): Buffer {
    return createHmac('sha256', this.keys.index).update(`${purpose}\0${text}`, 'utf8').digest();
  }

  /** Whether values under this key can be opened. */
  holds(keyId: string): boolean {
    return this.keys.byId.has(keyId);
  }

  /** Reads the keys again, and seals with the first of them from now on. @throws DomainError `vault.key-differs` */
  refresh(): void {
    const fresh = this.reread();
    if (fresh === undefined) return;
    requireSameKeys(this.keys, fresh);
    this.keys = fresh;
  }

  private keyOf(keyId: string): KeyObject {
    if (!this.keys.byId.has(keyId)) this.refresh();
    const key = this.keys.byId.get(keyId);
    if (key === undefined) throw new DomainError('unavailable', 'vault.key-unknown', { key: keyId });
    return key;
  }
}

/** What every value begins with that is sealed under this key. */
export function headerOf(keyId: string): Buffer {
  return Buffer.concat([Buffer.from([VERSION, keyId.length]), Buffer.from(keyId, 'latin1')]);
}

function boundTo(purpose: Purpose, header: Buffer): Buffer {
  return Buffer.concat([header, Buffer.from(purpose, 'utf8')]);
}

function partsOf(purpose: Purpose, sealed: Uint8Array) {
  const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
  const headerEnd = HEADER_START + (bytes[1] ?? 0);
  const tagStart = headerEnd + NONCE_BYTES;
  const contentStart = tagStart + TAG_BYTES;
  if (bytes[0] !== VERSION || bytes.length < contentStart) throw unreadable(purpose);
  return {
    keyId: bytes.toString('latin1', HEADER_START, headerEnd),
    header: bytes.subarray(0, headerEnd),
    nonce: bytes.subarray(headerEnd, tagStart),
    tag: bytes.subarray(tagStart, contentStart),
    content: bytes.subarray(contentStart),
  };
}

function unreadable(purpose: Purpose): DomainError {
  return new DomainError('unavailable', 'vault.unreadable', { purpose });
}

import { DomainError } from '../shared/domain-error.js';

/** The largest number of a batch, entry, account or kader: the database numbers them with four bytes. */
export const ID_MAX = 0x7fff_ffff;

/** Reads big-endian fields one after the other; every refusal names the field, in words for people. */
export class ProofBytes {
  private offset = 0;
  private readonly view: DataView;

  constructor(private readonly bytes: Uint8Array) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  /** @throws DomainError `proof.cut` when fewer are left */
  raw(length: number, field: string): Uint8Array {
    return this.bytes.slice(this.take(length, field), this.offset);
  }

  hash(field: string): Uint8Array {
    return this.raw(32, field);
  }

  byte(field: string): number {
    return this.view.getUint8(this.take(1, field));
  }

  /** An unsigned two-byte number: a length or a count. */
  count(field: string): number {
    return this.view.getUint16(this.take(2, field));
  }

  int8(field: string): bigint {
    return this.view.getBigInt64(this.take(8, field));
  }

  /** A number of so many bytes that lies within these bounds. */
  integer(width: 2 | 4 | 8, field: string, { min = 0, max = ID_MAX } = {}): number {
    const at = this.take(width, field);
    const value = BigInt.asIntN(width * 8, this.bytes.slice(at, this.offset).reduce(append, 0n));
    if (value < BigInt(min) || value > BigInt(max)) throw impossible(field);
    return Number(value);
  }

  /** UTF-8 of so many bytes; nothing else may be among them. */
  text(length: number, field: string): string {
    const bytes = this.raw(length, field);
    try {
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    } catch {
      throw impossible(field);
    }
  }

  /** @throws DomainError `proof.trailing-bytes` when anything is left */
  end(): void {
    const extra = this.bytes.length - this.offset;
    if (extra > 0) throw new DomainError('invalid', 'proof.trailing-bytes', { extra });
  }

  private take(length: number, field: string): number {
    const start = this.offset;
    if (start + length > this.bytes.length) {
      throw new DomainError('invalid', 'proof.cut', { bytes: this.bytes.length, field });
    }
    this.offset += length;
    return start;
  }
}

export function impossible(field: string): DomainError {
  return new DomainError('invalid', 'proof.field-impossible', { field });
}

function append(value: bigint, octet: number): bigint {
  return value * 256n + BigInt(octet);
}

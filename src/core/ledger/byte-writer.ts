/** Builds the fixed-width big-endian byte strings that the ledger hashes (layout: README.md in this folder). */
export class ByteWriter {
  private readonly parts: Uint8Array[] = [];

  int2(value: number): this {
    return this.integer(BigInt(value), 2);
  }

  int4(value: number): this {
    return this.integer(BigInt(value), 4);
  }

  int8(value: bigint): this {
    return this.integer(value, 8);
  }

  raw(bytes: Uint8Array): this {
    this.parts.push(bytes);
    return this;
  }

  bytes(): Uint8Array {
    const whole = new Uint8Array(this.parts.reduce((length, part) => length + part.length, 0));
    let offset = 0;
    for (const part of this.parts) {
      whole.set(part, offset);
      offset += part.length;
    }
    return whole;
  }

  private integer(value: bigint, width: 2 | 4 | 8): this {
    const bytes = new Uint8Array(width);
    let rest = BigInt.asUintN(width * 8, value);
    for (let index = width - 1; index >= 0; index -= 1) {
      bytes[index] = Number(rest & 0xffn);
      rest >>= 8n;
    }
    this.parts.push(bytes);
    return this;
  }
}

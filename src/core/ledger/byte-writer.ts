const FIRST_CAPACITY = 256;

/** Builds the fixed-width big-endian byte strings that the ledger hashes (layout: README.md in this folder). */
export class ByteWriter {
  private buffer = new Uint8Array(FIRST_CAPACITY);
  private numbers = new DataView(this.buffer.buffer);
  private length = 0;

  int2(value: number): this {
    const offset = this.reserve(2);
    this.numbers.setInt16(offset, whole(value));
    return this;
  }

  int4(value: number): this {
    const offset = this.reserve(4);
    this.numbers.setInt32(offset, whole(value));
    return this;
  }

  int8(value: bigint): this {
    const offset = this.reserve(8);
    this.numbers.setBigInt64(offset, value);
    return this;
  }

  raw(bytes: Uint8Array): this {
    const offset = this.reserve(bytes.length);
    this.buffer.set(bytes, offset);
    return this;
  }

  bytes(): Uint8Array {
    return this.buffer.slice(0, this.length);
  }

  /** The bytes where they stand, not a copy: read them before anything else is written. */
  view(): Uint8Array {
    return this.buffer.subarray(0, this.length);
  }

  /** Starts anew in the same memory, for a writer of millions of short strings. */
  clear(): this {
    this.length = 0;
    return this;
  }

  /** Makes room and says where it begins. Called first: it may put another buffer in place. */
  private reserve(width: number): number {
    const offset = this.length;
    this.length += width;
    if (this.length > this.buffer.length) this.grow();
    return offset;
  }

  private grow(): void {
    const larger = new Uint8Array(2 * this.length);
    larger.set(this.buffer);
    this.buffer = larger;
    this.numbers = new DataView(larger.buffer);
  }
}

// A view would quietly write zero for what is no whole number: such a value has no bytes at all.
function whole(value: number): number {
  if (!Number.isInteger(value)) throw new RangeError(`${String(value)} is not a whole number`);
  return value;
}

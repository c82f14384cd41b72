import fc from 'fast-check';
import { ByteWriter } from '../../../src/core/ledger/byte-writer.js';

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

describe('ByteWriter', () => {
  it('writes integers big-endian, in two’s complement and of fixed width', () => {
    const bytes = new ByteWriter().int2(-2).int4(258).int8(-1n).raw(Uint8Array.of(7)).bytes();
    expect(hex(bytes)).toBe('fffe00000102ffffffffffffffff07');
  });

  it('writes what Buffer writes, also beyond its first memory and when it starts anew', () => {
    const writer = new ByteWriter();
    const part = fc.record({
      raw: fc.uint8Array({ maxLength: 300 }),
      small: fc.integer(),
      large: fc.bigInt(),
    });
    fc.assert(
      fc.property(fc.array(part, { maxLength: 20 }), (parts) => {
        writer.clear();
        const expected = parts.flatMap(({ raw, small, large }) => {
          const amount = BigInt.asIntN(64, large);
          writer.raw(raw).int4(small).int8(amount);
          const integers = Buffer.alloc(12);
          integers.writeInt32BE(small, 0);
          integers.writeBigInt64BE(amount, 4);
          return [raw, integers];
        });
        expect(hex(writer.bytes())).toBe(hex(Buffer.concat(expected)));
      }),
    );
  });

  it.each<unknown>([Number.NaN, 0.5, null])('writes nothing for %s, which is no whole number', (value) => {
    expect(() => new ByteWriter().int4(value as number)).toThrow(RangeError);
  });

  it('writes nothing for an amount that is missing', () => {
    const missing: unknown = null;
    expect(() => new ByteWriter().int8(missing as bigint)).toThrow(TypeError);
  });
});

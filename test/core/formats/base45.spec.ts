import fc from 'fast-check';
import { decodeBase45, encodeBase45 } from '../../../src/core/formats/base45.js';

const bytesOf = (text: string) => new TextEncoder().encode(text);

describe('base45', () => {
  it.each([
    ['AB', 'BB8'],
    ['Hello!!', '%69 VD92EX0'],
    ['base-45', 'UJCLQE7W581'],
    ['ietf!', 'QED8WEX0'],
    ['', ''],
  ])('writes %s as the RFC does', (content, text) => {
    expect(encodeBase45(bytesOf(content))).toBe(text);
    expect(decodeBase45(text)).toEqual(bytesOf(content));
  });

  it('reads back what it wrote, and never ends in a space, which a scanner would drop', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        const text = encodeBase45(bytes);
        expect(text).toHaveLength(Math.ceil((bytes.length * 3) / 2));
        expect(text.endsWith(' ')).toBe(false);
        expect(decodeBase45(text)).toEqual(bytes);
      }),
    );
  });

  it('has one text for each content: what it reads, it would write', () => {
    const text = fc.string({ unit: fc.constantFrom(...Array.from('0159AGWXZ $%*+-./:')), maxLength: 12 });
    fc.assert(
      fc.property(text, (candidate) => {
        const read = decodeBase45(candidate);
        fc.pre(read instanceof Uint8Array);
        expect(encodeBase45(read)).toBe(candidate);
      }),
    );
  });

  it.each([
    ['BB8bb8', 4],
    ['BB8B,', 5],
    ['GGW', 1],
    ['BB8B', 4],
    [':::', 1],
    ['BB8::', 4],
    ['🙂', 1],
  ])('says where %s cannot be read', (text, unreadableAt) => {
    expect(decodeBase45(text)).toEqual({ unreadableAt });
  });
});

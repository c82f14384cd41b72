import fc from 'fast-check';
import { canonicalJson } from '../../../src/core/shared/canonical-json.js';

/** What it has always been: hashes of it are stored. */
function asEver(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => {
    if (typeof part === 'bigint') return part.toString();
    if (typeof part !== 'object' || part === null || Array.isArray(part)) return part;
    return Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)));
  });
}

describe('canonicalJson', () => {
  it('is the same text whatever order the fields were built in', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (content) => {
        const turned = Object.fromEntries(Object.entries(content).reverse());
        expect(canonicalJson(turned)).toBe(canonicalJson(content));
      }),
    );
  });

  it('keeps the order of a list, which is content', () => {
    expect(canonicalJson([1n, 2n])).not.toBe(canonicalJson([2n, 1n]));
  });

  it('leaves out what is undefined, but keeps its place in a list', () => {
    expect(canonicalJson({ a: undefined, b: [undefined] })).toBe('{"b":[null]}');
  });

  it('is the text that it has always been', () => {
    const content = fc.anything({ withBigInt: true, withDate: true, withSparseArray: false });
    fc.assert(
      fc.property(
        content.filter((value) => value !== undefined),
        (value) => {
          expect(canonicalJson(value)).toBe(asEver(value));
        },
      ),
      { numRuns: 2_000 },
    );
  });
});

import fc from 'fast-check';
import { canonicalJson } from '../../../src/core/shared/canonical-json.js';

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
});

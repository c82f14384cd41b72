import fc from 'fast-check';
import { DomainError } from '../../src/core/shared/domain-error.js';
import { pageFrom, windowOf } from '../../src/web/page-of.js';

/** What a database answers: those after a key, one more than the limit. */
function listAfter(all: readonly number[], after: number | undefined, limit: number): number[] {
  return all.filter((one) => after === undefined || one > after).slice(0, limit + 1);
}

describe('pages', () => {
  it('neither lose nor repeat anything, however long they are', () => {
    const ids = fc.uniqueArray(fc.integer({ min: 1, max: 2_147_483_647 }), { maxLength: 30 });
    fc.assert(
      fc.property(ids, fc.integer({ min: 1, max: 7 }), (unsorted, asked) => {
        const all = unsorted.sort((one, other) => one - other);
        const seen: number[] = [];
        let cursor: string | undefined;
        do {
          const { after, limit } = windowOf({ cursor, limit: asked }, ['number']);
          const page = pageFrom(listAfter(all, after?.[0], limit), (one) => [one], limit);
          seen.push(...page.items);
          cursor = page.next;
        } while (cursor !== undefined);
        expect(seen).toEqual(all);
      }),
    );
  });

  it('take no text for a cursor that is not of their kind', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const read = () =>
          windowOf({ cursor: Buffer.from(text).toString('base64url') }, ['number', 'string']);
        expect(read).toThrow(DomainError);
      }),
    );
  });
});

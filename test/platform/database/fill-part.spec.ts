import fc from 'fast-check';
import { fillPart } from '../../../src/platform/database/fill-part.js';

const numbers = fc.uniqueArray(fc.integer({ min: 1, max: 400 }), { maxLength: 60 });

describe('a part of a list whose items a rule chooses', () => {
  it('is what cutting the chosen list would give, however few are chosen', async () => {
    await fc.assert(
      fc.asyncProperty(
        numbers,
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 1, max: 5 }),
        fc.option(fc.integer({ min: 0, max: 400 }), { nil: undefined }),
        fc.integer({ min: 1, max: 9 }),
        async (unsorted, limit, divisor, after, look) => {
          const all = unsorted.sort((one, other) => one - other);
          const isWanted = (one: number) => one % divisor === 0;
          const part = await fillPart({ after, limit }, (from: number | undefined) => {
            const found = all.filter((one) => one > (from ?? 0)).slice(0, look);
            return Promise.resolve({ wanted: found.filter(isWanted), last: found.at(-1) });
          });
          expect(part).toEqual(all.filter((one) => one > (after ?? 0) && isWanted(one)).slice(0, limit));
        },
      ),
    );
  });

  it('looks at no more than it needs', async () => {
    const looks: (number | undefined)[] = [];
    await fillPart({ after: undefined, limit: 2 }, (from: number | undefined) => {
      looks.push(from);
      return Promise.resolve({ wanted: ['a', 'b'], last: 2 });
    });
    expect(looks).toEqual([undefined]);
  });

  it('does not look at a list one by one because a page is short', async () => {
    const all = Array.from({ length: 2000 }, (_, index) => index + 1);
    let looks = 0;
    await fillPart({ after: undefined, limit: 1 }, (from: number | undefined, count) => {
      looks += 1;
      const found = all.filter((one) => one > (from ?? 0)).slice(0, count);
      return Promise.resolve({ wanted: [], last: found.at(-1) });
    });
    expect(looks).toBe(6);
  });
});

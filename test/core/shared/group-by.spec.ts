import fc from 'fast-check';
import { groupBy } from '../../../src/core/shared/group-by.js';

describe('groupBy', () => {
  it('keeps every item once, in its group, in the order they came', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(20)), (items) => {
        const groups = groupBy(items, (item) => item % 3);
        for (const [key, group] of groups) expect(group).toEqual(items.filter((item) => item % 3 === key));
        expect([...groups.values()].flat()).toHaveLength(items.length);
        expect([...groups.keys()]).toEqual([...new Set(items.map((item) => item % 3))]);
      }),
    );
  });
});

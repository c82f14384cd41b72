import { compareKader } from '../../../src/core/kader/compare-kader.js';
import type { ExistingKader } from '../../../src/core/kader/existing-kader.js';
import type { RosterRecord } from '../../../src/core/kader/roster-record.js';

/** A row that says nothing but a telephone number, about a kader the roster holds. */
const changesOf = (before: string | null, after: string) => {
  const existing = { phone: before, appointments: [], tiers: [], account: null, pendingAccount: null };
  return compareKader({ phone: after } as RosterRecord, existing as unknown as ExistingKader, () => true)
    .change.changes;
};

describe('a telephone number that changes', () => {
  it.each([
    [null, '081234567890', { before: null, after: '********7890' }],
    ['081234567890', '085299991111', { before: '********7890', after: '********1111' }],
    ['081234567890', '085299997890', { before: '********7890', after: '********7890' }],
  ])('is a change, and told by its end: %s to %s', (before, after, told) => {
    expect(changesOf(before, after)).toEqual([{ field: 'NO HP', ...told }]);
  });

  it('is none when it is the same', () => {
    expect(changesOf('081234567890', '081234567890')).toEqual([]);
  });
});

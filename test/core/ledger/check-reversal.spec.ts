import {
  reversalProblems,
  type Reversal,
  type ReversedContent,
} from '../../../src/core/ledger/check-reversal.js';

const original: ReversedContent = {
  batchId: 2,
  sequence: 1,
  position: 2n,
  partyId: 7,
  regionDigits: 1_310_042_001n,
  accounts: [10, 11, 12],
  amounts: [100n, -60n, -40n],
};
const reversal: Reversal = {
  ...original,
  batchId: 3,
  position: 3n,
  accounts: [11, 12, 10],
  amounts: [60n, 40n, -100n],
  reversesBatchId: 2,
  reversesSequence: 1,
};

const codesOf = (change: Partial<Reversal>, before?: Reversal, undone: ReversedContent | null = original) =>
  reversalProblems({ ...reversal, ...change }, undone ?? undefined, before).map(({ code }) => code);

describe('reversalProblems', () => {
  it('finds nothing where an earlier entry is negated, in any order of lines', () => {
    expect(codesOf({})).toEqual([]);
    expect(codesOf({}, { ...reversal, reversesSequence: 2 })).toEqual([]);
  });

  it.each<[string, Partial<Reversal>]>([
    ['the same place of the chain', { position: 2n }],
    ['an earlier place of the chain', { position: 1n }],
    ['no place in the chain', { position: null }],
    ['another party', { partyId: 8 }],
    ['another region', { regionDigits: 1_310_042_002n }],
    ['another amount', { amounts: [60n, 41n, -101n] }],
    ['amounts of other accounts', { accounts: [12, 11, 10] }],
    ['lines that are not negated', { accounts: original.accounts, amounts: original.amounts }],
    ['fewer lines', { accounts: [11, 10], amounts: [100n, -100n] }],
  ])('names a reversal of %s', (_, change) => {
    expect(codesOf(change)).toEqual(['ledger.reversal-differs']);
  });

  it('names one that undoes what is not there, or is not sealed', () => {
    expect(codesOf({}, undefined, null)).toEqual(['ledger.reversal-differs']);
    expect(codesOf({}, undefined, { ...original, position: null })).toEqual(['ledger.reversal-differs']);
  });

  it('names the second that undoes the same entry, with its place', () => {
    const again = { ...reversal, sequence: 2 };
    expect(reversalProblems(again, original, reversal).map(({ code, facts }) => [code, facts])).toEqual([
      ['ledger.reversed-twice', { batch: 3, sequence: 2 }],
    ]);
  });
});

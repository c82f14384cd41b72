import { proveBudgets, type BudgetEvidence } from '../../../src/core/funding/prove-budgets.js';

const standing = { id: 1, key: 'DINKES/BOK/2026', ceiling: 100n, reserved: 20n, spent: 30n, received: 40n };
const evidence: BudgetEvidence = {
  budgets: [standing, { ...standing, id: 2, key: 'DINKES/PAD/2026', reserved: 0n, spent: 0n, received: 0n }],
  moves: [
    { fundingSourceId: 1, kind: 'allot', amount: 120n },
    { fundingSourceId: 1, kind: 'cut', amount: 20n },
    { fundingSourceId: 1, kind: 'reserve', amount: 50n },
    { fundingSourceId: 1, kind: 'spend', amount: 30n },
    { fundingSourceId: 1, kind: 'receive', amount: 40n },
    { fundingSourceId: 2, kind: 'allot', amount: 100n },
  ],
  heldByRequests: [{ fundingSourceId: 1, amount: 20n }],
  paidInLedger: [{ fundingSourceId: 1, amount: 30n }],
  receivedInLedger: [{ fundingSourceId: 1, amount: 40n }],
};
const found = (change: Partial<BudgetEvidence>) =>
  proveBudgets({ ...evidence, ...change }).map(({ code, facts }) => [code, facts]);
const facts = (column: string, expected: bigint, stored: bigint) => ({
  source: 'DINKES/BOK/2026',
  column,
  expected,
  found: stored,
});

describe('proveBudgets', () => {
  it('finds nothing where everything agrees', () => {
    expect(found({})).toEqual([]);
  });

  it.each([
    [
      'a move less',
      { moves: evidence.moves.filter(({ kind }) => kind !== 'receive') },
      [['funding.proof-moves-differ', facts('diterima', 0n, 40n)]],
    ],
    [
      'a request that holds nothing',
      { heldByRequests: [] },
      [['funding.proof-requests-differ', facts('terikat', 0n, 20n)]],
    ],
    [
      'a payment that the books do not know',
      { paidInLedger: [{ fundingSourceId: 1, amount: 29n }] },
      [['funding.proof-ledger-differs', facts('terpakai', 29n, 30n)]],
    ],
    [
      'a tranche that only the books know',
      { receivedInLedger: [{ fundingSourceId: 1, amount: 41n }] },
      [['funding.proof-ledger-differs', facts('diterima', 41n, 40n)]],
    ],
    [
      'a move of no known kind',
      { moves: [...evidence.moves, { fundingSourceId: 1, kind: 'gift', amount: 5n }] },
      [['funding.proof-kind-unknown', { source: 'DINKES/BOK/2026', kind: 'gift', amount: 5n }]],
    ],
    [
      'moves of a line that is gone',
      { moves: [...evidence.moves, { fundingSourceId: 9, kind: 'allot', amount: 5n }] },
      [['funding.proof-source-gone', { id: 9 }]],
    ],
  ])('names %s', (_, change, expected) => {
    expect(found(change)).toEqual(expected);
  });

  it('names a column that was changed by what each witness says of it', () => {
    expect(found({ budgets: [{ ...standing, spent: 31n }, ...evidence.budgets.slice(1)] })).toEqual([
      ['funding.proof-moves-differ', facts('terpakai', 30n, 31n)],
      ['funding.proof-ledger-differs', facts('terpakai', 30n, 31n)],
    ]);
  });
});

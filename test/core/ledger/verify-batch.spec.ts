import {
  batchHash,
  genesisHash,
  leafHash,
  merkleRoot,
  type AccountTotals,
  type SealedBatch,
  type SealedEntry,
} from '../../../src/core/ledger/chain-hash.js';
import { BatchVerifier } from '../../../src/core/ledger/verify-batch.js';
import { plainDate } from '../../../src/core/shared/plain-date.js';
import { sha256 } from '../../../src/platform/sha256.js';

const names = new Map([
  [10, 'X:Expenses:Honor'],
  [11, 'L:Liabilities:Honor'],
]);
const totals: AccountTotals[] = [
  { accountId: 10, debit: 150_000n, credit: 0n },
  { accountId: 11, debit: 0n, credit: 150_000n },
];
const genesis = { position: 0n, hash: genesisHash(sha256) };
const entries = [1, 2].map((sequence) => sealed(sequence));
const batch = sealedBatch();

function sealed(sequence: number, change: Partial<SealedEntry> = {}): SealedEntry {
  const content = {
    batchId: 1,
    sequence,
    kind: 1,
    partyId: sequence,
    regionDigits: 1_310_042_001n,
    accounts: [10, 11],
    amounts: [75_000n, -75_000n],
    reversesBatchId: null,
    reversesSequence: null,
    memo: 'Honor',
    ...change,
  };
  return { ...content, hash: leafHash(content, sha256) };
}

function sealedBatch(): SealedBatch {
  const header = {
    id: 1,
    kind: 1,
    effectiveOn: plainDate('2026-07-31'),
    period: '2026-07',
    idempotencyKey: 'accrual/1/2026-07',
    requestHash: sha256('request'),
    recordedAtMicroseconds: 1n,
    actor: 'ani',
    entryCount: 2,
    debitTotal: 150_000n,
    root: merkleRoot(
      entries.map((entry) => entry.hash),
      sha256,
    ),
    position: 1n,
    previousHash: genesis.hash,
  };
  return { ...header, hash: batchHash(header, totals, names, sha256) };
}

interface Tampered {
  readonly entries?: readonly unknown[];
  readonly batch?: Readonly<Partial<Record<keyof SealedBatch, unknown>>>;
  readonly totals?: readonly AccountTotals[];
  readonly names?: ReadonlyMap<number, string>;
  readonly previous?: typeof genesis;
}

function problemsOf(tampered: Tampered): string[] {
  const header = { ...batch, ...tampered.batch } as SealedBatch;
  const verifier = new BatchVerifier(header, tampered.names ?? names, sha256);
  for (const entry of tampered.entries ?? entries) verifier.add(entry as SealedEntry);
  const problems = verifier.finish(tampered.previous ?? genesis, tampered.totals ?? totals);
  return [...new Set(problems.map((problem) => problem.code.replace('ledger.', '')))];
}

describe('BatchVerifier', () => {
  it('finds nothing in what was sealed', () => {
    expect(problemsOf({})).toEqual([]);
  });

  it.each<[string, Tampered, string[]]>([
    [
      'a leaf of other content',
      { entries: [{ ...entries[0], memo: 'Lain' }, entries[1]] },
      ['leaf-differs', 'root-differs', 'header-differs'],
    ],
    [
      'content hashed anew',
      { entries: [sealed(1, { memo: 'Lain' }), entries[1]] },
      ['root-differs', 'header-differs'],
    ],
    [
      'entries in another order',
      { entries: [...entries].reverse() },
      ['sequence-gap', 'root-differs', 'header-differs'],
    ],
    [
      'an entry gone',
      { entries: entries.slice(0, 1) },
      ['count-differs', 'root-differs', 'trial-balance-differs', 'header-differs'],
    ],
    [
      'an unbalanced entry',
      { entries: [sealed(1, { amounts: [75_000n, -1n] }), entries[1]] },
      ['entry-unbalanced', 'root-differs', 'trial-balance-differs', 'header-differs'],
    ],
    ['another trial balance', { totals: totals.slice(1) }, ['trial-balance-differs']],
    [
      'another name of an account',
      { names: new Map([...names, [10, 'X:Expenses:Lain']]) },
      ['header-differs'],
    ],
    ['another header', { batch: { actor: 'budi' } }, ['header-differs']],
    ['another debit total', { batch: { debitTotal: 1n } }, ['header-differs']],
    ['another place in the chain', { previous: { position: 1n, hash: genesis.hash } }, ['chain-broken']],
    ['another batch before it', { previous: { position: 0n, hash: sha256('other') } }, ['chain-broken']],
    [
      'a missing amount',
      { entries: [{ ...entries[0], amounts: [null, null] }, entries[1]] },
      [
        'batch-unreadable',
        'sequence-gap',
        'count-differs',
        'root-differs',
        'trial-balance-differs',
        'header-differs',
      ],
    ],
    ['a day out of the calendar', { batch: { effectiveOn: 'infinity' } }, ['batch-unreadable']],
    ['a day beyond four digits of a year', { batch: { effectiveOn: '10000-01-01' } }, ['batch-unreadable']],
    ['a day before Christ', { batch: { effectiveOn: '0044-03-15 BC' } }, ['batch-unreadable']],
    ['a moment out of time', { batch: { recordedAtMicroseconds: null } }, ['batch-unreadable']],
  ])('names %s', (_, tampered, expected) => {
    expect(problemsOf(tampered)).toEqual(expected);
  });

  it('names a thousand entries and counts the rest, and what is wrong with the batch as a whole', () => {
    const forged = Array.from({ length: 1_500 }, (_, index) => sealed(index + 1, { memo: 'Lain' }));
    const verifier = new BatchVerifier(batch, names, sha256);
    for (const entry of forged) verifier.add({ ...entry, memo: 'Honor' });
    const problems = verifier.finish(genesis, totals);
    expect(problems.filter(({ code }) => code === 'ledger.leaf-differs')).toHaveLength(1_000);
    expect(problems.slice(1_000).map(({ code, facts }) => [code, facts.count])).toEqual([
      ['ledger.more-problems', 500],
      ['ledger.count-differs', undefined],
      ['ledger.root-differs', undefined],
      ['ledger.trial-balance-differs', undefined],
      ['ledger.header-differs', undefined],
    ]);
  });
});

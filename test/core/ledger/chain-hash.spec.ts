import { createHash } from 'node:crypto';
import fc from 'fast-check';
import {
  batchHash,
  genesisHash,
  leafHash,
  merkleRoot,
  type SealedBatch,
  type SealedEntry,
} from '../../../src/core/ledger/chain-hash.js';
import { plainDate } from '../../../src/core/shared/plain-date.js';
import { sha256 } from '../../../src/platform/sha256.js';

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
const hashOf = (text: string) => createHash('sha256').update(text).digest();

// sha256 over the bytes that README.md of src/core/ledger lays out.
const LEAF = hex(
  sha256(
    Buffer.concat([
      Buffer.from('0001', 'hex'),
      Buffer.from('0000000000000007', 'hex'),
      Buffer.from('00000003', 'hex'),
      Buffer.from('0001', 'hex'),
      Buffer.from('000000000000002a', 'hex'),
      Buffer.from('000000004e15a791', 'hex'),
      Buffer.from('0000000000000000', 'hex'),
      Buffer.from('00000000', 'hex'),
      hashOf('Honor Juli 2026'),
      Buffer.from('0002', 'hex'),
      Buffer.from('0000000a', 'hex'),
      Buffer.from('00000000000124f8', 'hex'),
      Buffer.from('0000000b', 'hex'),
      Buffer.from('fffffffffffedb08', 'hex'),
    ]),
  ),
);

const entry: Omit<SealedEntry, 'hash'> = {
  batchId: 7,
  sequence: 3,
  kind: 1,
  partyId: 42,
  regionDigits: 1_310_042_001n,
  accounts: [10, 11],
  amounts: [75_000n, -75_000n],
  reversesBatchId: null,
  reversesSequence: null,
  memo: 'Honor Juli 2026',
};
const batch: Omit<SealedBatch, 'hash'> = {
  id: 7,
  kind: 1,
  effectiveOn: plainDate('2026-07-31'),
  period: '2026-07',
  idempotencyKey: 'accrual/1/2026-07',
  requestHash: hashOf('request'),
  recordedAtMicroseconds: 1_790_000_000_000_000n,
  actor: 'ani',
  entryCount: 1,
  debitTotal: 75_000n,
  root: hashOf('root'),
  position: 1n,
  previousHash: hashOf('previous'),
};
const totals = [{ accountId: 10, debit: 75_000n, credit: 0n }];
const names = new Map([[10, 'X:Expenses:Honor']]);
const hashBatch = (change: Partial<typeof batch> = {}, own = totals, as = names) =>
  hex(batchHash({ ...batch, ...change }, own, as, sha256));

describe('leafHash', () => {
  it('is fixed for ever: stored leaves must verify after every change of this program', () => {
    expect(hex(leafHash(entry, sha256))).toBe(LEAF);
  });

  it.each(
    Object.entries({
      batchId: 8,
      sequence: 4,
      kind: 2,
      partyId: 43,
      regionDigits: 1_310_042_002n,
      accounts: [10, 12],
      amounts: [75_001n, -75_001n],
      reversesBatchId: 1,
      reversesSequence: 1,
      memo: 'Honor Juli 2026.',
    }),
  )('changes with %s', (field, value) => {
    expect(hex(leafHash({ ...entry, [field]: value }, sha256))).not.toBe(LEAF);
  });
});

describe('merkleRoot', () => {
  it('is the leaf itself for one, and nothing for none', () => {
    expect(merkleRoot([hashOf('a')], sha256)).toEqual(hashOf('a'));
    expect(merkleRoot([], sha256)).toHaveLength(0);
  });

  it('changes with any leaf, their order and their number', () => {
    const leaves = fc.array(fc.uint8Array({ minLength: 32, maxLength: 32 }), {
      minLength: 2,
      maxLength: 300,
    });
    fc.assert(
      fc.property(leaves, fc.nat(), (all, at) => {
        const root = hex(merkleRoot(all, sha256));
        const changed = all.map((leaf, index) => (index === at % all.length ? hashOf(hex(leaf)) : leaf));
        expect(hex(merkleRoot(changed, sha256))).not.toBe(root);
        expect(hex(merkleRoot(all.slice(0, -1), sha256))).not.toBe(root);
        const turned = [...all].reverse();
        expect(hex(merkleRoot(turned, sha256)) === root).toBe(
          turned.every((leaf, index) => leaf === all[index]),
        );
      }),
      { numRuns: 30 },
    );
  });

  it('hashes children as a node, so that a node never passes for a leaf', () => {
    const [one, other] = [hashOf('one'), hashOf('other')];
    const node = sha256(Buffer.concat([Buffer.from('0101', 'hex'), one, other]));
    expect(hex(merkleRoot([one, other], sha256))).toBe(hex(node));
  });

  it('groups by sixteen', () => {
    const leaves = Array.from({ length: 17 }, (_, index) => hashOf(String(index)));
    const left = merkleRoot(leaves.slice(0, 16), sha256);
    const right = sha256(Buffer.concat([Buffer.from('0101', 'hex'), hashOf('16')]));
    expect(hex(merkleRoot(leaves, sha256))).toBe(hex(merkleRoot([left, right], sha256)));
  });
});

describe('batchHash', () => {
  it.each(
    Object.entries({
      id: 8,
      kind: 2,
      effectiveOn: plainDate('2026-07-30'),
      period: '2026-08',
      idempotencyKey: 'accrual/2/2026-07',
      requestHash: hashOf('other'),
      recordedAtMicroseconds: 1_790_000_000_000_001n,
      actor: 'budi',
      entryCount: 2,
      debitTotal: 75_001n,
      root: hashOf('other'),
      position: 2n,
      previousHash: hashOf('other'),
    }),
  )('changes with %s', (field, value) => {
    expect(hashBatch({ [field]: value })).not.toBe(hashBatch());
  });

  it('changes with the trial balance and with the name of an account in it', () => {
    const other = [{ accountId: 10, debit: 75_000n, credit: 1n }];
    expect(hashBatch({}, other)).not.toBe(hashBatch());
    expect(hashBatch({}, totals, new Map([[10, 'X:Expenses:Other']]))).not.toBe(hashBatch());
  });

  it('starts from its own genesis', () => {
    expect(hex(genesisHash(sha256))).toBe(hex(hashOf('honor-kader ledger genesis v1')));
  });
});

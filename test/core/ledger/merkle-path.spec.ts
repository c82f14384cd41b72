import fc from 'fast-check';
import { merkleRoot } from '../../../src/core/ledger/chain-hash.js';
import { merklePath, rootOfPath, siblingCounts } from '../../../src/core/ledger/merkle-path.js';
import { sha256 } from '../../../src/platform/sha256.js';

const leavesOf = (count: number) => Array.from({ length: count }, (_, index) => sha256(String(index)));
const treeAndIndex = fc
  .integer({ min: 1, max: 5000 })
  .chain((count) => fc.tuple(fc.constant(count), fc.nat(count - 1)));

describe('merklePath', () => {
  it('leads every leaf of every tree to its root, with as many siblings as follow from the place', () => {
    fc.assert(
      fc.property(treeAndIndex, ([leafCount, index]) => {
        const leaves = leavesOf(leafCount);
        const path = merklePath(leaves, index, sha256);
        const counts = siblingCounts(leafCount, index);
        expect(path).toHaveLength(counts.reduce((sum, count) => sum + count, 0));
        const root = rootOfPath(leaves[index] ?? sha256(''), { leafCount, index }, path, sha256);
        expect(root).toEqual(merkleRoot(leaves, sha256));
      }),
      { numRuns: 60 },
    );
  });

  it.each([1, 2, 15, 16, 17, 31, 32, 33, 256, 257, 4096, 4097])('has no edge at %i leaves', (leafCount) => {
    const leaves = leavesOf(leafCount);
    const root = merkleRoot(leaves, sha256);
    for (const index of new Set([0, Math.floor(leafCount / 2), leafCount - 1])) {
      const path = merklePath(leaves, index, sha256);
      expect(rootOfPath(leaves[index] ?? sha256(''), { leafCount, index }, path, sha256)).toEqual(root);
    }
  });

  it('leads no other leaf, and from no other place, to that root', () => {
    fc.assert(
      fc.property(treeAndIndex, fc.nat(), ([leafCount, index], other) => {
        fc.pre(leafCount > 1 && other % leafCount !== index);
        const leaves = leavesOf(leafCount);
        const path = merklePath(leaves, index, sha256);
        const root = merkleRoot(leaves, sha256);
        const place = { leafCount, index };
        expect(rootOfPath(sha256('forged'), place, path, sha256)).not.toEqual(root);
        const elsewhere = { leafCount, index: other % leafCount };
        const fits =
          siblingCounts(leafCount, elsewhere.index).join() === siblingCounts(leafCount, index).join();
        fc.pre(fits);
        const leaf = leaves[index] ?? sha256('');
        expect(rootOfPath(leaf, elsewhere, path, sha256)).not.toEqual(root);
      }),
      { numRuns: 40 },
    );
  });
});

describe('siblingCounts', () => {
  it.each([
    [1, 0, []],
    [2, 1, [1]],
    [17, 16, [0, 1]],
    [1315, 0, [15, 15, 5]],
    [1_500_000, 0, [15, 15, 15, 15, 15, 1]],
  ])('of %i leaves, leaf %i', (leafCount, index, counts) => {
    expect(siblingCounts(leafCount, index)).toEqual(counts);
  });
});

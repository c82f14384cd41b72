import { MerkleTree } from '../../../src/core/ledger/merkle-tree.js';
import { sha256 } from '../../../src/platform/sha256.js';

const leaves = Array.from({ length: 4_200 }, (_, index) => sha256(String(index)));

/** Level by level, all of them at hand, as the README of the core has it. */
function rootOf(nodes: readonly Uint8Array[]): Uint8Array {
  if (nodes.length <= 1) return nodes[0] ?? new Uint8Array();
  const groups = Array.from({ length: Math.ceil(nodes.length / 16) }, (_, group) =>
    sha256(Buffer.concat([Buffer.of(1, 1), ...nodes.slice(16 * group, 16 * group + 16)])),
  );
  return rootOf(groups);
}

describe('MerkleTree', () => {
  it.each([0, 1, 2, 15, 16, 17, 32, 255, 256, 257, 272, 273, 4_096, 4_097, 4_200])(
    'reaches the same root as level by level over %s leaves',
    (count) => {
      const tree = new MerkleTree(sha256);
      for (const leaf of leaves.slice(0, count)) tree.add(leaf);
      expect(tree.root()).toEqual(rootOf(leaves.slice(0, count)));
    },
  );
});

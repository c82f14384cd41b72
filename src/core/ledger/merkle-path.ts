import { invariant } from '../shared/invariant.js';
import type { Sha256 } from './chain-hash.js';

const ARITY = 16;

/**
 * How many siblings the path of one leaf has at each level of the tree, from the leaf up: they follow from the
 * number of leaves and the index (from 0), so a proof does not say them. A node without siblings is hashed
 * alone; a single leaf has no level at all.
 */
export function siblingCounts(leafCount: number, index: number): number[] {
  invariant(index >= 0 && index < leafCount, 'the leaf is in the tree');
  const counts: number[] = [];
  for (let [nodes, at] = [leafCount, index]; nodes > 1; nodes = Math.ceil(nodes / ARITY)) {
    const first = at - (at % ARITY);
    counts.push(Math.min(nodes - first, ARITY) - 1);
    at = first / ARITY;
  }
  return counts;
}

/** The siblings of a leaf and of every node above it, from the leaf up, each level in order. */
export function merklePath(leaves: readonly Uint8Array[], index: number, sha256: Sha256): Uint8Array[] {
  const path: Uint8Array[] = [];
  for (let [level, at] = [leaves, index]; level.length > 1; level = parentsOf(level, sha256)) {
    const first = at - (at % ARITY);
    path.push(...level.slice(first, at), ...level.slice(at + 1, first + ARITY));
    at = first / ARITY;
  }
  return path;
}

/** The root that a leaf and its path lead to. */
export function rootOfPath(
  leaf: Uint8Array,
  place: { readonly leafCount: number; readonly index: number },
  path: readonly Uint8Array[],
  sha256: Sha256,
): Uint8Array {
  let [node, at, used] = [leaf, place.index, 0];
  for (const count of siblingCounts(place.leafCount, place.index)) {
    const siblings = path.slice(used, used + count);
    siblings.splice(at % ARITY, 0, node);
    node = nodeHash(siblings, sha256);
    used += count;
    at = Math.floor(at / ARITY);
  }
  invariant(used === path.length, 'the path is as long as the tree is high');
  return node;
}

function parentsOf(level: readonly Uint8Array[], sha256: Sha256): Uint8Array[] {
  return Array.from({ length: Math.ceil(level.length / ARITY) }, (_, group) =>
    nodeHash(level.slice(group * ARITY, (group + 1) * ARITY), sha256),
  );
}

function nodeHash(children: readonly Uint8Array[], sha256: Sha256): Uint8Array {
  const bytes = new Uint8Array(2 + 32 * children.length);
  bytes.set([0x01, 0x01]);
  children.forEach((child, index) => {
    bytes.set(child, 2 + 32 * index);
  });
  return sha256(bytes);
}

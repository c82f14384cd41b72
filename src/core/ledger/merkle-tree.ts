import { ByteWriter } from './byte-writer.js';
import type { Sha256 } from './sha256.js';

const ARITY = 16;
/** What the bytes of a node begin with: its kind among hashed things, and the version of their layout. */
const NODE = Uint8Array.of(0x01, 0x01);

/** A Merkle tree that is given its leaves in order, and holds only the open node of each level. */
export class MerkleTree {
  private readonly levels: MerkleLevel[] = [];
  private readonly writer = new ByteWriter();

  constructor(private readonly sha256: Sha256) {}

  add(leaf: Uint8Array): void {
    this.addTo(0, leaf);
  }

  /** The root of all leaves. Call it once, after the last of them. */
  root(): Uint8Array {
    for (let height = 0; height < this.levels.length; height += 1) {
      const level = this.level(height);
      if (level.count === 1) return level.open[0] ?? new Uint8Array();
      if (level.open.length > 0) this.close(height);
    }
    return new Uint8Array();
  }

  private addTo(height: number, node: Uint8Array): void {
    const level = this.level(height);
    level.open.push(node);
    level.count += 1;
    if (level.open.length === ARITY) this.close(height);
  }

  private close(height: number): void {
    const writer = this.writer.clear().raw(NODE);
    for (const child of this.level(height).open.splice(0)) writer.raw(child);
    this.addTo(height + 1, this.sha256(writer.view()));
  }

  private level(height: number): MerkleLevel {
    return (this.levels[height] ??= { open: [], count: 0 });
  }
}

interface MerkleLevel {
  /** Nodes whose parent is not hashed yet; below 16. */
  readonly open: Uint8Array[];
  /** Nodes of this level so far. */
  count: number;
}

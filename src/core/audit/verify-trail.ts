import type { Sha256 } from '../ledger/sha256.js';
import { sameBytes } from '../ledger/verify-batch.js';
import { DomainError } from '../shared/domain-error.js';
import {
  actHash,
  auditGenesis,
  changesHash,
  contentHash,
  RowsHasher,
  type StoredAct,
  type StoredChange,
  type StoredRow,
} from './trail-hash.js';

/** Where the chain stands: the position and hash of an act, or the genesis. */
export interface TrailPlace {
  readonly position: bigint;
  readonly hash: Uint8Array;
}

interface OpenChange {
  readonly change: StoredChange;
  readonly position: number;
  readonly hasher: RowsHasher;
  rows: number;
}

/** How an act is named whose reason was forgotten. */
const OF_ACT = 'audit.act:';

/** Recomputes the chain of the audit trail act by act, and names what does not hold. */
export class TrailVerifier {
  readonly problems: DomainError[] = [];
  /** The last act so far. */
  last: TrailPlace;
  acts = 0;
  rows = 0;
  /** Rows of which only the hash is left, because a kader was forgotten. */
  forgotten = 0;
  private readonly open = new Map<number, OpenChange>();
  private readonly missing = new Map<number, number>();
  private readonly saidForgotten = new Map<number, number>();
  private readonly reasonsMissing = new Map<number, number>();
  private readonly reasonsForgotten = new Set<number>();

  constructor(private readonly sha256: Sha256) {
    this.last = { position: 0n, hash: auditGenesis(sha256) };
  }

  /** Takes the acts in order of position, each with its changes in order of id. */
  act(act: StoredAct, changes: readonly StoredChange[]): void {
    const { sha256, problems, last } = this;
    this.acts += 1;
    const position = Number(act.position);
    if (act.reasonHash !== null) this.reasonsMissing.set(act.id, position);
    if (act.position !== last.position + 1n || !sameBytes(act.previousHash, last.hash)) {
      problems.push(new DomainError('conflict', 'audit.chain-broken', { position }));
    }
    if (act.changeCount !== changes.length || !sameBytes(changesHash(changes, sha256), act.changesHash)) {
      problems.push(new DomainError('conflict', 'audit.changes-differ', { position }));
    }
    if (!isAsSealed(act, sha256))
      problems.push(new DomainError('conflict', 'audit.act-differs', { position }));
    for (const change of changes) {
      this.open.set(change.id, { change, position, hasher: new RowsHasher(sha256), rows: 0 });
    }
    this.last = act;
  }

  /** Takes the rows of the changes of the acts so far, of each change in order of number. */
  row(changeId: number, row: StoredRow): void {
    const open = this.open.get(changeId);
    if (open === undefined) return;
    open.hasher.add(row);
    open.rows += 1;
    this.rows += 1;
    if (row.content === null || row.salt === null) this.noteMissing(row);
    else if (!sameBytes(contentHash(row.salt, row.content, this.sha256), row.contentHash)) {
      const facts = { change: changeId, object: row.object };
      this.problems.push(new DomainError('conflict', 'audit.content-differs', facts));
    } else if (open.change.action === 'forget') this.noteForgotten(row.object, row.content);
  }

  /** Ends the changes so far: all their rows have come. */
  endChanges(): void {
    for (const { change, position, hasher, rows } of this.open.values()) {
      const expected = change.isCounted ? 0 : change.rowCount;
      if (rows === expected && sameBytes(hasher.hash(), change.rowsHash)) continue;
      const facts = { position, table: change.table };
      this.problems.push(new DomainError('conflict', 'audit.rows-differ', facts));
    }
    this.open.clear();
  }

  /** What only the whole chain tells: its head, and whether more is missing than was forgotten. */
  end(head: TrailPlace | undefined): void {
    const { problems, last } = this;
    problems.push(...trailHeadProblem(head, last));
    for (const [kader, count] of this.missing) {
      const said = this.saidForgotten.get(kader) ?? 0;
      if (count !== said)
        problems.push(new DomainError('conflict', 'audit.content-missing', { kader, count, said }));
    }
    for (const [id, position] of this.reasonsMissing) {
      if (!this.reasonsForgotten.has(id))
        problems.push(new DomainError('conflict', 'audit.reason-missing', { position }));
    }
  }

  private noteMissing({ kaderId }: StoredRow): void {
    const kader = kaderId ?? 0;
    this.forgotten += 1;
    this.missing.set(kader, (this.missing.get(kader) ?? 0) + 1);
  }

  private noteForgotten(object: string, content: string): void {
    if (object.startsWith(OF_ACT)) {
      this.reasonsForgotten.add(Number(object.slice(OF_ACT.length)));
      return;
    }
    const kader = Number(object.replace('kader:', ''));
    const { after } = JSON.parse(content) as { after: { rows: number } };
    this.saidForgotten.set(kader, (this.saidForgotten.get(kader) ?? 0) + after.rows);
  }
}

/** A head that is not the last act of the chain. */
export function trailHeadProblem(head: TrailPlace | undefined, last: TrailPlace): DomainError[] {
  if (head?.position === last.position && sameBytes(head.hash, last.hash)) return [];
  const facts = { head: Number(head?.position ?? 0n), last: Number(last.position) };
  return [new DomainError('conflict', 'audit.head-differs', facts)];
}

// Whoever writes past the constraints can store what no hash can be made of: that is a finding, not a crash.
function isAsSealed(act: StoredAct, sha256: Sha256): boolean {
  try {
    return sameBytes(actHash(act, sha256), act.hash);
  } catch (error) {
    if (error instanceof RangeError || error instanceof TypeError) return false;
    throw error;
  }
}

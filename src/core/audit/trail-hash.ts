import { ByteWriter } from '../ledger/byte-writer.js';
import type { Sha256 } from '../ledger/sha256.js';

/** What somebody changed in one transaction, as it is stored. */
export interface StoredAct {
  readonly id: number;
  /** Microseconds since 1970, by the clock of the database; null: no such moment. */
  readonly atMicroseconds: bigint | null;
  readonly kind: string;
  readonly actor: string;
  readonly login: string;
  readonly address: string;
  readonly agent: string;
  readonly operation: string;
  readonly reason: string;
  /** In the place of a reason that was forgotten; null: it stands. */
  readonly reasonHash: Uint8Array | null;
  readonly changeCount: number;
  readonly changesHash: Uint8Array;
  readonly position: bigint;
  readonly previousHash: Uint8Array;
  readonly hash: Uint8Array;
}

/** One statement on one table. */
export interface StoredChange {
  readonly id: number;
  readonly table: string;
  readonly action: string;
  readonly rowCount: number;
  /** True: its rows were counted and not kept. */
  readonly isCounted: boolean;
  readonly rowsHash: Uint8Array;
}

/** A row before and after. */
export interface StoredRow {
  readonly number: number;
  readonly object: string;
  readonly kaderId: number | null;
  /** 16 bytes; null with the content: forgotten. */
  readonly salt: Uint8Array | null;
  readonly content: string | null;
  readonly contentHash: Uint8Array;
}

/** Which kind of bytes a hash is over, and the version of their layout (README.md in this folder). */
const domains = {
  act: Uint8Array.of(0x10, 0x01),
  changes: Uint8Array.of(0x11, 0x01),
  rows: Uint8Array.of(0x12, 0x01),
} as const;

/** The hash before the first act. */
export function auditGenesis(sha256: Sha256): Uint8Array {
  return sha256(utf8('honor-kader audit genesis v1'));
}

export function contentHash(salt: Uint8Array, content: string, sha256: Sha256): Uint8Array {
  return sha256(new ByteWriter().raw(salt).raw(utf8(content)).bytes());
}

/** Takes the kept rows of a change in order of number, and hashes them. */
export class RowsHasher {
  private readonly writer = new ByteWriter().raw(domains.rows);

  constructor(private readonly sha256: Sha256) {}

  add({ number, object, kaderId, contentHash: content }: StoredRow): void {
    const { writer, sha256 } = this;
    writer
      .int4(number)
      .raw(sha256(utf8(object)))
      .int4(kaderId ?? 0)
      .raw(content);
  }

  hash(): Uint8Array {
    return this.sha256(this.writer.bytes());
  }
}

/** The hash over the changes of an act, in order of id. */
export function changesHash(changes: readonly StoredChange[], sha256: Sha256): Uint8Array {
  const writer = new ByteWriter().raw(domains.changes);
  for (const { id, table, action, rowCount, isCounted, rowsHash } of changes) {
    writer
      .int4(id)
      .raw(sha256(utf8(table)))
      .raw(sha256(utf8(action)))
      .int4(rowCount)
      .raw(Uint8Array.of(isCounted ? 1 : 0))
      .raw(rowsHash);
  }
  return sha256(writer.bytes());
}

/** @throws RangeError when the time is none */
export function actHash(act: Omit<StoredAct, 'hash'>, sha256: Sha256): Uint8Array {
  if (act.atMicroseconds === null) throw new RangeError('an act without a time');
  const writer = new ByteWriter()
    .raw(domains.act)
    .raw(act.previousHash)
    .int8(act.position)
    .int4(act.id)
    .int8(act.atMicroseconds);
  const texts = [act.kind, act.actor, act.login, act.address, act.agent, act.operation];
  for (const text of texts) writer.raw(sha256(utf8(text)));
  writer.raw(act.reasonHash ?? sha256(utf8(act.reason)));
  return sha256(writer.int4(act.changeCount).raw(act.changesHash).bytes());
}

const encoder = new TextEncoder();

function utf8(text: string): Uint8Array {
  return encoder.encode(text);
}

import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { genesisHash, type SealedBatch } from '../../core/ledger/chain-hash.js';
import { BatchVerifier, sameBytes } from '../../core/ledger/verify-batch.js';
import { DomainError } from '../../core/shared/domain-error.js';
import type { Queryable } from '../../platform/database/query-rows.js';
import { sha256 } from '../../platform/sha256.js';
import { LedgerRepository } from './ledger.repository.js';

export interface Verification {
  readonly verified: boolean;
  readonly batches: number;
  readonly entries: number;
  /** Hex hash of the head: print it, keep it elsewhere, and verify with it later as the anchor. */
  readonly head: string;
  readonly problems: readonly DomainError[];
}

const PAGE = 5_000;
// Below every int4, so that a row forged with a sequence of zero or less is read too.
const SEQUENCE_MIN = -2_147_483_648;

@Injectable()
export class LedgerVerificationService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly repository: LedgerRepository,
  ) {}

  /**
   * Recomputes the whole chain from its entries, on one snapshot of the database.
   *
   * @param anchor hex head hash kept elsewhere; without it a tail that was cut off cannot be noticed
   */
  verify(anchor?: string): Promise<Verification> {
    return this.dataSource.transaction('REPEATABLE READ', (tx) => this.verifySnapshot(tx, anchor));
  }

  private async verifySnapshot(tx: Queryable, anchor: string | undefined): Promise<Verification> {
    const head = await this.repository.head(tx);
    const batches = await this.repository.batches(tx);
    const problems: DomainError[] = [];
    let previous: Uint8Array = genesisHash(sha256);
    let entries = 0;
    const seen = new Set([Buffer.from(previous).toString('hex')]);
    for (const [index, batch] of batches.entries()) {
      problems.push(...positionProblem(batch, index + 1));
      const checked = await this.verifyBatch(tx, batch, previous);
      problems.push(...checked.problems);
      entries += checked.entries;
      previous = batch.hash;
      seen.add(Buffer.from(batch.hash).toString('hex'));
    }
    problems.push(...headProblem(head, batches.length, previous));
    for (const batch of await this.repository.orphanBatches(tx)) {
      problems.push(new DomainError('conflict', 'ledger.entry-without-batch', { batch }));
    }
    if (anchor !== undefined && !seen.has(anchor.toLowerCase())) {
      problems.push(new DomainError('conflict', 'ledger.anchor-not-found', { anchor }));
    }
    const hash = head.hash.toString('hex');
    return { verified: problems.length === 0, batches: batches.length, entries, head: hash, problems };
  }

  private async verifyBatch(tx: Queryable, batch: SealedBatch, previous: Uint8Array) {
    const verifier = new BatchVerifier(batch, sha256);
    let [entries, last] = [0, SEQUENCE_MIN];
    for (;;) {
      const page = await this.repository.entriesAfter(tx, batch.id, last, PAGE);
      for (const entry of page) verifier.add(entry);
      entries += page.length;
      last = page.at(-1)?.sequence ?? last;
      if (page.length < PAGE) break;
    }
    return { entries, problems: verifier.finish(previous, await this.repository.totalsOf(tx, batch.id)) };
  }
}

function positionProblem(batch: SealedBatch, position: number): DomainError[] {
  if (Number(batch.position) === position) return [];
  return [new DomainError('conflict', 'ledger.chain-broken', { batch: batch.id, position })];
}

function headProblem(
  head: { position: bigint; hash: Uint8Array },
  last: number,
  hash: Uint8Array,
): DomainError[] {
  if (Number(head.position) === last && sameBytes(head.hash, hash)) return [];
  return [new DomainError('conflict', 'ledger.head-differs', { head: Number(head.position), last })];
}

import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { genesisHash, type AccountNames, type ChainPlace } from '../../core/ledger/chain-hash.js';
import { BatchVerifier, sameBytes } from '../../core/ledger/verify-batch.js';
import { DomainError } from '../../core/shared/domain-error.js';
import type { Queryable } from '../../platform/database/query-rows.js';
import { sha256 } from '../../platform/sha256.js';
import { entriesOfBatch } from './entries-of-batch.js';
import { LedgerRepository, type StoredBatch } from './ledger.repository.js';

export interface Verification {
  readonly verified: boolean;
  readonly batches: number;
  readonly entries: number;
  /** Hex hash of the head: print it, keep it elsewhere, and verify with it later as the anchor. */
  readonly head: string;
  readonly problems: readonly DomainError[];
}

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
    const names = new Map(
      (await this.repository.accounts(tx)).map(({ id, type, code }) => [id, `${type}:${code}`]),
    );
    const problems: DomainError[] = [];
    let last: ChainPlace = { position: 0n, hash: genesisHash(sha256) };
    let entries = 0;
    const seen = new Set([hex(last.hash)]);
    for (const batch of batches) {
      const checked = await this.verifyBatch(tx, batch, last, names);
      problems.push(...checked.problems);
      entries += checked.entries;
      if (!batch.isSealed) continue;
      last = batch;
      seen.add(hex(batch.hash));
    }
    problems.push(...headProblem(head, last));
    for (const batch of await this.repository.orphanBatches(tx)) {
      problems.push(new DomainError('conflict', 'ledger.entry-without-batch', { batch }));
    }
    if (anchor !== undefined && !seen.has(anchor.toLowerCase())) {
      problems.push(new DomainError('conflict', 'ledger.anchor-not-found', { anchor }));
    }
    const verified = problems.length === 0;
    return { verified, batches: batches.length, entries, head: head ? hex(head.hash) : '', problems };
  }

  private async verifyBatch(tx: Queryable, batch: StoredBatch, previous: ChainPlace, names: AccountNames) {
    if (!batch.isSealed) {
      const problem = new DomainError('conflict', 'ledger.batch-unsealed', { batch: batch.id });
      return { entries: 0, problems: [problem] };
    }
    const verifier = new BatchVerifier(batch, names, sha256);
    let entries = 0;
    for await (const entry of entriesOfBatch(this.repository, tx, batch.id)) {
      verifier.add(entry);
      entries += 1;
    }
    return { entries, problems: verifier.finish(previous, await this.repository.totalsOf(tx, batch.id)) };
  }
}

/** A head that is not the last batch of the chain. */
export function headProblem(head: ChainPlace | undefined, last: ChainPlace): DomainError[] {
  if (head?.position === last.position && sameBytes(head.hash, last.hash)) return [];
  const facts = { head: Number(head?.position ?? 0n), last: Number(last.position) };
  return [new DomainError('conflict', 'ledger.head-differs', facts)];
}

function hex(hash: Uint8Array): string {
  return Buffer.from(hash).toString('hex');
}

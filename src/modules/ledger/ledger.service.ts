import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { sameBytes } from '../../core/ledger/verify-batch.js';
import { journalEntry, type JournalBatch } from '../../core/ledger/journal.js';
import { canonicalJson } from '../../core/shared/canonical-json.js';
import { DomainError } from '../../core/shared/domain-error.js';
import { invariant } from '../../core/shared/invariant.js';
import type { Rupiah } from '../../core/shared/rupiah.js';
import { Clock } from '../../platform/clock.js';
import type { Tx } from '../../platform/database/transaction.js';
import { sha256 } from '../../platform/sha256.js';
import { LedgerRepository, type AccountType, type ChainHead } from './ledger.repository.js';

export interface PostedBatch {
  readonly id: number;
  readonly hash: Buffer;
}

export interface LedgerBalance {
  readonly code: string;
  readonly type: AccountType;
  readonly balance: Rupiah;
}

@Injectable()
export class LedgerService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly repository: LedgerRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * Posts and seals a batch within the caller's transaction. The same key and content again answers the
   * first outcome.
   *
   * @throws DomainError `ledger.key-reused` when the key was used for other content
   */
  async post(tx: Tx, batch: JournalBatch, actor: string): Promise<PostedBatch> {
    invariant(batch.entries.length > 0, 'a batch has entries');
    const balanced = { ...batch, entries: batch.entries.map(journalEntry) };
    const requestHash = sha256(canonicalJson({ ...balanced, actor }));
    const record = { requestHash, recordedAt: this.clock.now(), actor };
    const id = await this.repository.openBatch(tx, balanced, record);
    if (id === undefined) return this.earlierOutcome(tx, batch.idempotencyKey, requestHash);
    await this.repository.insertEntries(tx, id, balanced);
    return { id, hash: await this.repository.seal(tx, id) };
  }

  ensureAccount(tx: Tx, code: string, type: AccountType): Promise<number> {
    return this.repository.ensureAccount(tx, code, type);
  }

  async head(): Promise<ChainHead> {
    const head = await this.repository.head(this.dataSource);
    invariant(head !== undefined, 'the chain has a head');
    return head;
  }

  trialBalance(): Promise<LedgerBalance[]> {
    return this.repository.trialBalance(this.dataSource);
  }

  counts(): Promise<{ entries: number; postings: number }> {
    return this.repository.counts(this.dataSource);
  }

  private async earlierOutcome(tx: Tx, key: string, requestHash: Buffer): Promise<PostedBatch> {
    const earlier = await this.repository.batchByKey(tx, key);
    if (!sameBytes(earlier.requestHash, requestHash)) {
      throw new DomainError('conflict', 'ledger.key-reused', { key });
    }
    return { id: earlier.id, hash: earlier.hash };
  }
}

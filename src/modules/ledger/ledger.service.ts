import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { sameBytes } from '../../core/ledger/verify-batch.js';
import { journalEntry, type JournalBatch } from '../../core/ledger/journal.js';
import { DomainError } from '../../core/shared/domain-error.js';
import { invariant } from '../../core/shared/invariant.js';
import type { Rupiah } from '../../core/shared/rupiah.js';
import { monthOf } from '../../core/shared/service-month.js';
import { Clock } from '../../platform/clock.js';
import { mapLazily } from '../../platform/map-lazily.js';
import type { Tx } from '../../platform/database/transaction.js';
import { LedgerRepository, type AccountType, type ChainHead } from './ledger.repository.js';
import { RequestFingerprint } from './request-fingerprint.js';

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
   * first outcome. It is reported in the month it counts in or, when that is closed, in the first open one.
   * Lock order of every caller: budget lines, then this, which locks periods and then the chain head.
   *
   * @throws DomainError `ledger.key-reused` when the key was used for other content
   */
  async post(tx: Tx, batch: JournalBatch, actor: string): Promise<PostedBatch> {
    const fingerprint = new RequestFingerprint(batch, actor);
    const period = await this.repository.openPeriod(tx, monthOf(batch.effectiveOn));
    const id = await this.repository.openBatch(tx, batch, { period, recordedAt: this.clock.now(), actor });
    if (id === undefined) {
      for await (const entry of batch.entries) fingerprint.adding(journalEntry(entry));
      return this.earlierOutcome(tx, batch.idempotencyKey, fingerprint.digest());
    }
    const entries = mapLazily(batch.entries, (entry) => fingerprint.adding(journalEntry(entry)));
    await this.repository.insertEntries(tx, { batchId: id, kind: batch.kind }, entries);
    invariant(fingerprint.entries > 0, 'a batch has entries');
    return { id, hash: await this.repository.seal(tx, id, fingerprint.digest()) };
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

import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { accountNames } from '../../core/ledger/account-names.js';
import { genesisHash, type AccountNames, type ChainPlace } from '../../core/ledger/chain-hash.js';
import { BatchVerifier, sameBytes, unreadable } from '../../core/ledger/verify-batch.js';
import { PeriodVerifier } from '../../core/ledger/verify-periods.js';
import { DomainError } from '../../core/shared/domain-error.js';
import type { Queryable } from '../../platform/database/query-rows.js';
import { sha256 } from '../../platform/sha256.js';
import { AccessService } from '../access/access.service.js';
import { LedgerReversalsService } from './ledger-reversals.service.js';
import { LedgerStreamRepository } from './ledger-stream.repository.js';
import { LedgerRepository, type StoredBatch } from './ledger.repository.js';

export interface Verification {
  readonly verified: boolean;
  readonly batches: number;
  readonly entries: number;
  /** Hex hash of the head: print it, keep it elsewhere, and verify with it later as the anchor. */
  readonly head: string;
  readonly problems: readonly DomainError[];
}

/** What is known of the chain after some of its batches. */
interface Walk {
  readonly names: AccountNames;
  readonly periods: PeriodVerifier;
  readonly problems: DomainError[];
  /** The last sealed batch so far. */
  last: ChainPlace;
  batches: number;
  entries: number;
}

@Injectable()
export class LedgerVerificationService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly repository: LedgerRepository,
    private readonly stream: LedgerStreamRepository,
    private readonly reversals: LedgerReversalsService,
    private readonly access: AccessService,
  ) {}

  /**
   * Recomputes the whole chain from its entries, on one snapshot of the database, row by row: the memory it
   * takes does not grow with the books.
   *
   * @param anchor hex head hash kept elsewhere; without it a tail that was cut off cannot be noticed
   */
  async verify(anchor?: string): Promise<Verification> {
    this.access.requireReading('ledger.verify');
    return this.dataSource.transaction('REPEATABLE READ', (tx) => this.verifySnapshot(tx, anchor));
  }

  private async verifySnapshot(tx: Queryable, anchor: string | undefined): Promise<Verification> {
    const head = await this.repository.head(tx);
    const walk = await this.begin(tx);
    const { problems } = walk;
    let isAnchored = anchor === undefined || isHash(walk.last.hash, anchor);
    for await (const batch of this.stream.batches(tx)) {
      walk.batches += 1;
      await this.verifyBatch(tx, batch, walk);
      isAnchored ||= batch.isSealed && isHash(batch.hash, anchor);
    }
    problems.push(...(await this.reversals.problems(tx)));
    problems.push(...headProblem(head, walk.last));
    for (const batch of await this.repository.orphanBatches(tx)) {
      problems.push(new DomainError('conflict', 'ledger.entry-without-batch', { batch }));
    }
    if (!isAnchored)
      problems.push(new DomainError('conflict', 'ledger.anchor-not-found', { anchor: anchor ?? '' }));
    const { batches, entries } = walk;
    const verified = problems.length === 0;
    return { verified, batches, entries, head: head ? hex(head.hash) : '', problems };
  }

  private async begin(tx: Queryable): Promise<Walk> {
    const { names, problems } = accountNames(await this.repository.accounts(tx));
    const last = { position: 0n, hash: genesisHash(sha256) };
    const periods = new PeriodVerifier(names, sha256);
    return { names, periods, problems: [...problems], last, batches: 0, entries: 0 };
  }

  private async verifyBatch(tx: Queryable, batch: StoredBatch, walk: Walk): Promise<void> {
    const { problems, names, periods } = walk;
    if (!batch.isSealed) {
      problems.push(new DomainError('conflict', 'ledger.batch-unsealed', { batch: batch.id }));
      return;
    }
    const verifier = new BatchVerifier(batch, names, sha256);
    for await (const entry of this.stream.entriesOf(tx, batch.id)) {
      verifier.add(entry);
      walk.entries += 1;
    }
    const totals = await this.repository.totalsOf(tx, batch.id);
    problems.push(...verifier.finish(walk.last, totals));
    const closing = await this.stream.closingOf(tx, batch.id);
    problems.push(...unreadable(batch, () => periods.check(batch, totals, closing)));
    walk.last = batch;
  }
}

/** A head that is not the last batch of the chain. */
export function headProblem(head: ChainPlace | undefined, last: ChainPlace): DomainError[] {
  if (head?.position === last.position && sameBytes(head.hash, last.hash)) return [];
  const facts = { head: Number(head?.position ?? 0n), last: Number(last.position) };
  return [new DomainError('conflict', 'ledger.head-differs', facts)];
}

function isHash(hash: Uint8Array, anchor: string | undefined): boolean {
  return anchor?.toLowerCase() === hex(hash);
}

function hex(hash: Uint8Array): string {
  return Buffer.from(hash).toString('hex');
}

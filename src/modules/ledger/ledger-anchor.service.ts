import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { genesisHash } from '../../core/ledger/chain-hash.js';
import { Refusals } from '../../core/shared/refusals.js';
import { Clock } from '../../platform/clock.js';
import { sha256 } from '../../platform/sha256.js';
import { AccessService } from '../access/access.service.js';
import { headProblem } from './ledger-verification.service.js';
import { LedgerRepository } from './ledger.repository.js';

/** The end of the chain at a moment, to be kept where nobody who can change the database can change it. */
export interface Anchor {
  readonly position: bigint;
  /** Hex hash of the head: what `ledger verify --anchor` and the verifier of an audit pack take. */
  readonly head: string;
  readonly batches: number;
  readonly entries: number;
  /** When it was taken, UTC. */
  readonly takenAt: string;
}

@Injectable()
export class LedgerAnchorService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly repository: LedgerRepository,
    private readonly clock: Clock,
    private readonly access: AccessService,
  ) {}

  /**
   * The head of the chain as it is now. It is read, not recomputed: `LedgerVerificationService` does that.
   *
   * @throws Refusals `ledger.head-differs` when the head is not the last batch: such a hash would prove nothing
   */
  async anchor(): Promise<Anchor> {
    this.access.requireReading('ledger.verify');
    return this.dataSource.transaction('REPEATABLE READ', async (tx) => {
      const head = await this.repository.head(tx);
      const last = await this.repository.lastBatch(tx);
      const problems = headProblem(head, last ?? { position: 0n, hash: genesisHash(sha256) });
      if (head === undefined || problems.length > 0) throw new Refusals(problems);
      const { batches, entries } = await this.repository.counts(tx);
      const takenAt = this.clock.now().toISOString();
      return { position: head.position, head: head.hash.toString('hex'), batches, entries, takenAt };
    });
  }
}

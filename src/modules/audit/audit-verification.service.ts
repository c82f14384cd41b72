import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { auditGenesis, type StoredAct, type StoredChange } from '../../core/audit/trail-hash.js';
import { TrailVerifier, trailHeadProblem } from '../../core/audit/verify-trail.js';
import { DomainError } from '../../core/shared/domain-error.js';
import { Refusals } from '../../core/shared/refusals.js';
import { Clock } from '../../platform/clock.js';
import type { Queryable } from '../../platform/database/query-rows.js';
import { sha256 } from '../../platform/sha256.js';
import { AccessService } from '../access/access.service.js';
import { AuditStreamRepository } from './audit-stream.repository.js';

export interface TrailVerification {
  readonly verified: boolean;
  readonly acts: number;
  readonly rows: number;
  /** Rows of which only the hash is left. */
  readonly forgotten: number;
  /** Hex hash of the head: keep it elsewhere, and verify with it later as the anchor. */
  readonly head: string;
  readonly problems: readonly DomainError[];
}

/** The end of the trail at a moment, to be kept where nobody who can change the database can change it. */
export interface TrailAnchor {
  readonly position: bigint;
  /** Hex hash of the head: what `audit verify --anchor` takes. */
  readonly head: string;
  /** When it was taken, UTC. */
  readonly takenAt: string;
}

/** Acts whose changes are fetched at once. */
const PAGE = 500;

@Injectable()
export class AuditVerificationService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly stream: AuditStreamRepository,
    private readonly clock: Clock,
    private readonly access: AccessService,
  ) {}

  /**
   * Recomputes the whole trail, on one snapshot of the database.
   *
   * @param anchor hex head hash kept elsewhere; without it a tail that was cut off with its head cannot be noticed
   */
  verify(anchor?: string): Promise<TrailVerification> {
    this.access.requireReading('audit.verify');
    return this.dataSource.transaction('REPEATABLE READ', (tx) => this.verifySnapshot(tx, anchor));
  }

  /** @throws Refusals `audit.head-differs` when the head is not the last act: such a hash would prove nothing */
  anchor(): Promise<TrailAnchor> {
    this.access.requireReading('audit.verify');
    return this.dataSource.transaction('REPEATABLE READ', async (tx) => {
      const head = await this.stream.head(tx);
      const last = await this.stream.lastAct(tx);
      const problems = trailHeadProblem(head, last ?? { position: 0n, hash: auditGenesis(sha256) });
      if (head === undefined || problems.length > 0) throw new Refusals(problems);
      return { position: head.position, head: hex(head.hash), takenAt: this.clock.now().toISOString() };
    });
  }

  private async verifySnapshot(tx: Queryable, anchor: string | undefined): Promise<TrailVerification> {
    const head = await this.stream.head(tx);
    const verifier = new TrailVerifier(sha256);
    let isAnchored = anchor === undefined || anchor === hex(verifier.last.hash);
    let page: StoredAct[] = [];
    for await (const act of this.stream.acts(tx)) {
      isAnchored ||= anchor === hex(act.hash);
      page.push(act);
      if (page.length < PAGE) continue;
      await this.verifyPage(tx, verifier, page);
      page = [];
    }
    await this.verifyPage(tx, verifier, page);
    verifier.end(head);
    const problems = [...verifier.problems, ...(await this.strayProblems(tx))];
    if (!isAnchored)
      problems.push(new DomainError('conflict', 'audit.anchor-not-found', { anchor: anchor ?? '' }));
    const { acts, rows, forgotten } = verifier;
    const verified = problems.length === 0;
    return { verified, acts, rows, forgotten, head: head === undefined ? '' : hex(head.hash), problems };
  }

  private async verifyPage(
    tx: Queryable,
    verifier: TrailVerifier,
    acts: readonly StoredAct[],
  ): Promise<void> {
    const changesOf = new Map(acts.map(({ id }): [number, StoredChange[]] => [id, []]));
    const changes = await this.stream.changes(tx, [...changesOf.keys()]);
    for (const change of changes) changesOf.get(change.actId)?.push(change);
    for (const act of acts) verifier.act(act, changesOf.get(act.id) ?? []);
    const changeIds = changes.map(({ id }) => id);
    for await (const row of this.stream.rows(tx, changeIds)) verifier.row(row.changeId, row);
    verifier.endChanges();
  }

  private async strayProblems(tx: Queryable): Promise<DomainError[]> {
    const { acts, changes, rows } = await this.stream.strays(tx);
    return [
      ...acts.map((act) => new DomainError('conflict', 'audit.act-unsealed', { act })),
      ...changes.map((change) => new DomainError('conflict', 'audit.change-without-act', { change })),
      ...rows.map((change) => new DomainError('conflict', 'audit.row-without-change', { change })),
    ];
  }
}

function hex(hash: Uint8Array): string {
  return Buffer.from(hash).toString('hex');
}

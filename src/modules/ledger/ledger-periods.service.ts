import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { maskLongNumbers } from '../../core/formats/mask-long-numbers.js';
import { closingKinds, isSamePerson, type ClosingKind } from '../../core/ledger/closing.js';
import { closingProblem, reopeningProblem } from '../../core/ledger/plan-closing.js';
import { canonicalJson } from '../../core/shared/canonical-json.js';
import { DomainError } from '../../core/shared/domain-error.js';
import { invariant } from '../../core/shared/invariant.js';
import { lastDayOf, type ServiceMonth } from '../../core/shared/service-month.js';
import { Clock } from '../../platform/clock.js';
import type { Part } from '../../platform/database/part.js';
import type { Tx } from '../../platform/database/transaction.js';
import { sha256 } from '../../platform/sha256.js';
import { today } from '../../platform/today.js';
import { AccessService } from '../access/access.service.js';
import {
  LedgerPeriodsRepository,
  type PeriodStep,
  type ReopeningRequest,
} from './ledger-periods.repository.js';
import { LedgerRepository } from './ledger.repository.js';

export type { PeriodStep } from './ledger-periods.repository.js';

interface Statement {
  readonly kind: ClosingKind;
  readonly period: ServiceMonth;
  readonly reason: string;
  readonly requestedBy: string;
  readonly requestId: number | null;
}

/** Closes reporting periods to a position of the chain, and reopens them by two people. */
@Injectable()
export class LedgerPeriodsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly repository: LedgerPeriodsRepository,
    private readonly batches: LedgerRepository,
    private readonly clock: Clock,
    private readonly access: AccessService,
  ) {}

  /** Every closing and reopening so far, oldest first; or a part of them. */
  steps(part?: Part): Promise<PeriodStep[]> {
    return this.repository.steps(this.dataSource, part);
  }

  /**
   * Closes a month: waits for postings at work, refuses those that come later. Asked again by the same person
   * it answers the first outcome.
   *
   * @throws DomainError when the month is not over, not next, or closed by somebody else
   */
  close(period: ServiceMonth, by: string): Promise<PeriodStep> {
    this.access.requireInstallation('ledger.close');
    return this.dataSource.transaction(async (tx) => {
      await this.repository.lockAlone(tx);
      const last = (await this.repository.steps(tx)).at(-1);
      if (last?.kind === closingKinds.closing && last.period === period && last.actor === by) return last;
      const closedThrough = await this.repository.closedThrough(tx);
      const problem = closingProblem(period, { closedThrough, today: today(this.clock) });
      if (problem !== undefined) throw problem;
      const statement = { kind: closingKinds.closing, period, reason: '', requestedBy: by, requestId: null };
      return this.seal(tx, statement, by);
    });
  }

  /** Asks that the last closed month be reopened; nothing is open before a second person confirms it. */
  async askReopening(period: ServiceMonth, why: string, by: string): Promise<void> {
    this.access.requireInstallation('ledger.close');
    const reason = maskLongNumbers(why.trim());
    if (reason === '') throw new DomainError('invalid', 'ledger.reason-needed', { period });
    await this.dataSource.transaction(async (tx) => {
      const earlier = await this.reopenable(tx, period);
      if (earlier?.requestedBy === by && earlier.reason === reason) return;
      if (earlier !== undefined) {
        const facts = { period, requester: earlier.requestedBy };
        throw new DomainError('conflict', 'ledger.reopening-asked', facts);
      }
      const request = { period, reason, requestedBy: by };
      await this.repository.insertRequest(tx, request, this.clock.now());
    });
  }

  /** Reopens a month that another person asked to reopen. */
  confirmReopening(period: ServiceMonth, by: string): Promise<PeriodStep> {
    this.access.requireInstallation('ledger.close');
    return this.dataSource.transaction(async (tx) => {
      const last = await this.lastStepAlone(tx);
      if (last?.kind === closingKinds.reopening && last.period === period && last.actor === by) return last;
      const request = await this.reopenable(tx, period);
      if (request === undefined) throw new DomainError('conflict', 'ledger.reopening-not-asked', { period });
      const { id: requestId, reason, requestedBy } = request;
      if (isSamePerson(requestedBy, by))
        throw new DomainError('forbidden', 'ledger.reopening-own', { period, requester: requestedBy });
      return this.seal(tx, { kind: closingKinds.reopening, period, reason, requestedBy, requestId }, by);
    });
  }

  private async lastStepAlone(tx: Tx): Promise<PeriodStep | undefined> {
    await this.repository.lockAlone(tx);
    return (await this.repository.steps(tx)).at(-1);
  }

  private async reopenable(tx: Tx, period: ServiceMonth): Promise<ReopeningRequest | undefined> {
    await this.repository.lockAlone(tx);
    const problem = reopeningProblem(period, await this.repository.closedThrough(tx));
    if (problem !== undefined) throw problem;
    return this.repository.openRequest(tx, period);
  }

  private async seal(tx: Tx, statement: Statement, actor: string): Promise<PeriodStep> {
    const { kind, period } = statement;
    const steps = await this.repository.steps(tx);
    const idempotencyKey = `period/${period}/${String(steps.length + 1)}`;
    const heading = { kind, effectiveOn: lastDayOf(period), idempotencyKey };
    const record = { period, recordedAt: this.clock.now(), actor };
    const batchId = await this.batches.openBatch(tx, heading, record);
    if (batchId === undefined)
      throw new DomainError('conflict', 'ledger.key-reused', { key: idempotencyKey });
    await this.repository.insertClosing(tx, { batchId, ...statement });
    await this.batches.seal(tx, batchId, sha256(canonicalJson({ ...statement, actor })));
    const step = (await this.repository.steps(tx)).at(-1);
    invariant(step?.batchId === batchId, 'the last step is the one just taken');
    return step;
  }
}

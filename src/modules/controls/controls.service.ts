import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Finding } from '../../core/control/finding.js';
import { runControls } from '../../core/control/run-controls.js';
import type { RequestState } from '../../core/payment/request-state.js';
import { DomainError } from '../../core/shared/domain-error.js';
import { refuseAny } from '../../core/shared/refusals.js';
import { Clock } from '../../platform/clock.js';
import type { Queryable } from '../../platform/database/query-rows.js';
import type { Tx } from '../../platform/database/transaction.js';
import { today } from '../../platform/today.js';
import { AccessService } from '../access/access.service.js';
import { ControlDataService } from './control-data.service.js';
import { ControlFactsRepository, type ControlledRequest } from './control-facts.repository.js';
import {
  ControlFindingsRepository,
  type ControlRun,
  type StoredFinding,
  type FindingFilter,
} from './control-findings.repository.js';

export type { FindingKey, StoredFinding } from './control-findings.repository.js';

/** A step that somebody is about to take. */
export interface ControlledStep {
  readonly request: ControlledRequest;
  /** Of the step: a draft that is submitted has the number of the submission it becomes. */
  readonly submission: number;
  readonly to: RequestState;
  readonly by: number;
}

/** Stops a step; what was found is still to be kept, because the transaction it was found in is taken back. */
class StoppedByControls extends Error {
  override readonly name = 'StoppedByControls';

  constructor(
    readonly number: string,
    readonly run: ControlRun,
    readonly by: number,
  ) {
    super(`${number} is stopped by its controls`);
  }
}

/** Runs the controls before every step of a payment request, and keeps what they found. */
@Injectable()
export class ControlsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly data: ControlDataService,
    private readonly facts: ControlFactsRepository,
    private readonly findings: ControlFindingsRepository,
    private readonly clock: Clock,
    private readonly access: AccessService,
  ) {}

  /**
   * Runs all controls for a step, inside its transaction. A block stops every step; an unanswered warning stops
   * verification and approval, whose person accepts the answers that are there. What stops it must reach
   * `inOneStep`, outside of the transaction, which turns it into refusals.
   */
  async require(tx: Tx, step: ControlledStep): Promise<void> {
    const { request, submission, to, by } = step;
    const run = await this.examine(tx, step, true);
    const stopped = new StoppedByControls(request.number, run, by);
    if (run.findings.some(({ severity }) => severity === 'block')) throw stopped;
    await this.findings.store(tx, run);
    if (to !== 'verified' && to !== 'approved') return;
    const found = await this.findings.last(tx, request.number);
    const mayAccept = ({ answeredById }: StoredFinding) => answeredById !== null && answeredById !== by;
    const open = found.filter(({ acceptedBy }) => acceptedBy === null);
    if (!open.every(mayAccept)) throw stopped;
    const answerIds = open.flatMap(({ answerId }) => answerId ?? []);
    await this.findings.accept(tx, { answerIds, submission, by, at: this.clock.now() });
  }

  /**
   * Does a step in a transaction of its own; when `require` stops it there, keeps what was found and refuses with
   * all of it at once.
   */
  async inOneStep<Result>(step: (tx: Tx) => Promise<Result>): Promise<Result> {
    try {
      return await this.dataSource.transaction(step);
    } catch (error) {
      if (!(error instanceof StoppedByControls)) throw error;
      const { number, run, by } = error;
      const found = await this.dataSource.transaction(async (tx) => {
        await this.findings.store(tx, run);
        return this.findings.last(tx, number);
      });
      refuseAny(run.findings.some(isBlock) ? run.findings.filter(isBlock).map(refusalOf) : openOf(found, by));
      throw error;
    }
  }

  /** Runs the controls because somebody asks, and keeps what they find. */
  async run(number: string): Promise<StoredFinding[]> {
    await this.access.requireRequest('control.run', number);
    return this.dataSource.transaction(async (tx) => {
      const { state, submission, ...request } = await this.data.requestByNumber(tx, number);
      const isDraft = state === 'draft';
      const step = { request, submission: isDraft ? submission + 1 : submission, to: state, by: 0 };
      await this.findings.store(tx, await this.examine(tx, step, !isDraft));
      return this.findings.last(tx, number);
    });
  }

  /** What the last run found, of one request or of all. @throws DomainError `payment.request-unknown` */
  async list(number: string | null): Promise<StoredFinding[]> {
    if (number !== null) await this.data.requestByNumber(this.dataSource.manager, number);
    return this.findings.last(this.dataSource, number);
  }

  /** What whoever signs a request reads of the last run: what it found and how it was answered, however often it ran. */
  async readBefore(database: Queryable, number: string): Promise<readonly object[]> {
    const found = await this.findings.last(database, number);
    return found.map(({ finding, severity, sentence, answer, answeredBy }) => {
      return { finding, severity, sentence, answer, answeredBy };
    });
  }

  /** What the last runs found, as far as it is looked for. @throws DomainError `payment.request-unknown` */
  async page(filter: FindingFilter): Promise<StoredFinding[]> {
    const { request } = filter;
    if (request !== undefined) await this.data.requestByNumber(this.dataSource.manager, request);
    return this.findings.page(this.dataSource, filter);
  }

  /** Answers a warning in writing. @throws DomainError when there is no such warning, or no text */
  async answer(number: string, finding: number, text: string, by: number): Promise<StoredFinding> {
    await this.access.requireRequest('control.answer', number);
    if (text.trim() === '') throw new DomainError('invalid', 'control.answer-blank', {});
    return this.dataSource.transaction(async (tx) => {
      // Whoever takes a step accepts the answers she read: none comes while she takes it.
      await this.findings.holdRequest(tx, number);
      const warning = await this.warning(tx, number, finding);
      const { findingId } = warning;
      const answer = { findingId, text: text.trim(), by, at: this.clock.now() };
      return { ...warning, ...(await this.findings.answer(tx, answer)) };
    });
  }

  private async warning(tx: Tx, number: string, finding: number): Promise<StoredFinding> {
    const found = await this.findings.lastOne(tx, number, finding);
    if (found === undefined) throw new DomainError('missing', 'control.finding-unknown', { number, finding });
    if (found.severity === 'warn') return found;
    throw new DomainError('conflict', 'control.finding-blocks', { number, finding });
  }

  private async examine(tx: Tx, step: ControlledStep, isReserved: boolean): Promise<ControlRun> {
    const { request, submission, to } = step;
    const settings = await this.data.settings(tx);
    const question = { request, isReserved, settings, today: today(this.clock) };
    const findings = runControls(await this.facts.load(tx, question));
    return { requestId: request.id, submission, step: to, findings, ranAt: this.clock.now() };
  }
}

function isBlock({ severity }: Finding): boolean {
  return severity === 'block';
}

function refusalOf({ code, evidence }: Finding): DomainError {
  return new DomainError('conflict', code, evidence);
}

/** The warnings that nobody answered, or whose answer this person wrote. */
function openOf(found: readonly StoredFinding[], by: number): DomainError[] {
  return found.flatMap(
    ({ finding, request: number, sentence, answeredById, answeredBy, acceptedBy }): DomainError[] => {
      if (acceptedBy !== null || (answeredById !== null && answeredById !== by)) return [];
      if (answeredBy === null)
        return [new DomainError('conflict', 'control.answer-needed', { finding, number, sentence })];
      return [new DomainError('forbidden', 'control.answer-own', { finding, person: answeredBy })];
    },
  );
}

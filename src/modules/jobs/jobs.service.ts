import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Person } from '../../core/access/actor.js';
import { assertCancellable, jobStates } from '../../core/job/job-state.js';
import { problemsForOthers, refusalOf } from '../../core/job/stored-problem.js';
import { DomainError } from '../../core/shared/domain-error.js';
import { Clock } from '../../platform/clock.js';
import { lockFor } from '../../platform/database/lock-for.js';
import { AccessService } from '../access/access.service.js';
import type { Job, JobOrigin, JobOutcome } from './job.js';
import { JobFilesRepository } from './job-files.repository.js';
import { JobWorker } from './job-worker.service.js';
import { JobsRepository, type JobFilter } from './jobs.repository.js';

export type { Job, JobActor, JobAnswer, JobOrigin, JobPerformer, MadeFile, TakenJob } from './job.js';

export interface JobWish {
  readonly kind: string;
  readonly by: Person;
  /** The token she came with; undefined when she had signed in herself. */
  readonly tokenId?: number | undefined;
  /** When she had signed in; undefined when she came with a token. */
  readonly signedInAt?: Date | undefined;
  readonly from: JobOrigin;
  /** Of user, Idempotency-Key and content: asked again with the same, the same job is answered. */
  readonly askedAs: string;
  /** Anything that JSON holds. */
  readonly wish: unknown;
  /** A file that belongs to it; it is copied and sealed. */
  readonly path?: string | undefined;
}

/** The answer of a job as JSON, or the file it made. */
export type JobResult =
  | { readonly json: string }
  | {
      readonly content: Readable;
      readonly name: string;
      readonly mediaType: string;
      readonly bytes: number;
    };

/** Refuses whoever may not ask for such work today. @throws DomainError */
export type AskingCheck = (kind: string, wish: unknown) => void;

const OPEN_MAX = 10;

/** Long work: asked for, followed, called off. Kept for some days after it ended. */
@Injectable()
export class JobsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly repository: JobsRepository,
    private readonly files: JobFilesRepository,
    private readonly worker: JobWorker,
    private readonly access: AccessService,
    private readonly clock: Clock,
  ) {}

  /** Takes a job in. What it does is checked when it is done. @throws DomainError `job.too-many` */
  async ask({ by, path, ...wished }: JobWish): Promise<Job> {
    const { userId, hasSecondFactor, onlyOperations = null } = by;
    const { askedAs } = wished;
    const askedAt = this.clock.now();
    const cameWith = { tokenId: wished.tokenId ?? null, signedInAt: wished.signedInAt ?? null };
    const job = { ...wished, userId, hasSecondFactor, onlyOperations, ...cameWith, askedAt };
    const taken = await this.dataSource.transaction(async (tx) => {
      await lockFor(tx, `jobs/${String(userId)}`);
      const id = await this.repository.insert(tx, job);
      if (id === undefined) return this.repository.find(tx, await this.repository.idOf(tx, askedAs), userId);
      const count = await this.repository.countOpen(tx, userId);
      if (count > OPEN_MAX) throw new DomainError('conflict', 'job.too-many', { count: OPEN_MAX });
      if (path !== undefined) await this.files.store(tx, id, 'given', path);
      return this.repository.find(tx, id, userId);
    });
    this.worker.wake();
    if (taken === undefined) throw new DomainError('missing', 'job.unknown', { job: 0 });
    return taken;
  }

  /** The newest first; those of others only for administrators. */
  async list(filter: Omit<JobFilter, 'userId'>): Promise<Job[]> {
    this.access.requireReading('job.read');
    const jobs = await this.repository.list(this.dataSource, { ...filter, userId: this.onlyOf() });
    return jobs.map((job) => this.asTold(job));
  }

  /** @throws DomainError `job.unknown`, also for the job of somebody else */
  async show(id: number): Promise<Job> {
    this.access.requireReading('job.read');
    return this.asTold(await this.own(id));
  }

  /**
   * What a job answered, for whoever asked for it and may still ask it: it was made of what she could see then.
   *
   * @param check refuses with what she may do today, and the token she comes with
   * @throws DomainError `job.unknown`, also for the job of somebody else; `job.not-done`, or what stood in its way
   */
  async result(id: number, check: AskingCheck): Promise<JobResult> {
    const job = await this.show(id);
    if (this.isOfAnother(job)) throw new DomainError('missing', 'job.unknown', { job: id });
    check(job.kind, await this.repository.wishOf(this.dataSource, id));
    if (job.state === 'cancelled') throw new DomainError('conflict', 'job.cancelled', { job: id });
    const outcome = await this.repository.outcome(this.dataSource, id);
    if (outcome === undefined) {
      throw new DomainError('conflict', 'job.not-done', { job: id, state: jobStates[job.state] });
    }
    return this.resultOf(job, outcome);
  }

  /**
   * Calls off what nobody has begun. Only for whoever asked for it: administrators stop the work of others with
   * what the audit trail tells of, a role or a user that they end.
   *
   * @throws DomainError `job.unknown`, `job.not-yours`, `job.already-begun`
   */
  async cancel(id: number): Promise<Job> {
    if (this.isOfAnother(await this.own(id)))
      throw new DomainError('forbidden', 'job.not-yours', { job: id });
    const isCancelled = await this.dataSource.transaction(async (tx) => {
      const isFirst = await this.repository.cancel(tx, id, this.clock.now());
      if (isFirst) await this.files.remove(tx, id, 'given');
      return isFirst;
    });
    const job = await this.own(id);
    if (!isCancelled) assertCancellable(id, job.state);
    return job;
  }

  private resultOf(job: Job, outcome: JobOutcome): JobResult {
    if ('problems' in outcome) throw refusalOf(outcome.problems, job.id);
    if ('json' in outcome) return outcome;
    return { ...outcome.made, content: Readable.from(this.files.pieces(this.dataSource, job.id, 'made')) };
  }

  private async own(id: number): Promise<Job> {
    const job = await this.repository.find(this.dataSource, id, this.onlyOf());
    if (job === undefined) throw new DomainError('missing', 'job.unknown', { job: id });
    return job;
  }

  // What is wrong with a sheet may name people.
  private asTold(job: Job): Job {
    return this.isOfAnother(job) ? { ...job, problems: problemsForOthers(job.problems) } : job;
  }

  private isOfAnother({ userId }: Job): boolean {
    const actor = this.access.actor();
    return actor.kind === 'person' && actor.userId !== userId;
  }

  /** Whose jobs may be seen; undefined: everybody's. */
  private onlyOf(): number | undefined {
    const actor = this.access.actor();
    if (actor.kind === 'system') return undefined;
    const isAdministrator = actor.grants.some(({ role }) => role === 'administrator');
    return isAdministrator && actor.onlyOperations === undefined ? undefined : actor.userId;
  }
}

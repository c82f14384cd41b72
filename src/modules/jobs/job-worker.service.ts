import { AsyncResource } from 'node:async_hooks';
import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../../platform/clock.js';
import { isConnectionLost } from '../../platform/database/connection-lost.js';
import { queryRow } from '../../platform/database/query-rows.js';
import type { Tx } from '../../platform/database/transaction.js';
import type { JobPerformer } from './job.js';
import { JobAttempt } from './job-attempt.service.js';
import { JobTurnsRepository } from './job-turns.repository.js';

/** Job locks, apart from every other advisory lock. */
const LOCK_CLASS = 1310000360;

/** How often to look for what another process has left behind; whatever is asked here is begun at once. */
const LOOK_AGAIN_MS = 15_000;

/** A job may have made some dozen megabytes. */
const FORGOTTEN_AT_ONCE = 100;

/**
 * Carries out jobs in this process, one at a time. Whoever works on a job holds an advisory lock of its number, on
 * a connection that does nothing else: the lock is gone with the process, so no job is done by two and none is lost.
 */
@Injectable()
export class JobWorker implements BeforeApplicationShutdown {
  private readonly logger = new Logger('Jobs');
  private performer: JobPerformer | undefined;
  private isWoken = false;
  private isEnding = false;
  private working: Promise<void> | undefined;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly dataSource: DataSource,
    private readonly repository: JobTurnsRepository,
    private readonly attempt: JobAttempt,
    private readonly clock: Clock,
  ) {}

  /** From now on this process works: also on what was left by one that is gone. */
  start(performer: JobPerformer): void {
    this.performer = performer;
    this.timer = setInterval(this.wake, LOOK_AGAIN_MS).unref();
    this.wake();
  }

  /** There may be something to do. Never in the name of whoever asked for it: jobs say themselves whose they are. */
  readonly wake = AsyncResource.bind((): void => {
    this.isWoken = true;
    if (this.performer !== undefined && !this.isEnding) this.working ??= this.work(this.performer);
  });

  /** Takes away jobs that ended before that moment, with their files; not all at once. */
  forgetEnded(before: Date): Promise<void> {
    return this.repository.deleteEnded(this.dataSource, before, FORGOTTEN_AT_ONCE);
  }

  /** Resolves when nothing is left that this process could take. */
  async idle(): Promise<void> {
    while (this.working !== undefined) await this.working;
  }

  /** Lets the job end that is being done; what waits is for the next process. */
  async beforeApplicationShutdown(): Promise<void> {
    this.isEnding = true;
    clearInterval(this.timer);
    await this.working;
  }

  private async work(performer: JobPerformer): Promise<void> {
    try {
      while (this.isCalled()) {
        this.isWoken = false;
        let last: number | undefined = 0;
        while (last !== undefined && this.goesOn()) last = await this.takeNext(performer, last);
      }
    } catch (error) {
      this.tell(error);
    } finally {
      this.working = undefined;
    }
  }

  // Both change while somebody waits.
  private isCalled(): boolean {
    return this.isWoken && this.goesOn();
  }

  private goesOn(): boolean {
    return !this.isEnding;
  }

  /** Does the oldest job after that number that nobody else does, and answers its number; undefined: there is none. */
  private async takeNext(performer: JobPerformer, after: number): Promise<number | undefined> {
    const runner = this.dataSource.createQueryRunner();
    try {
      for await (const id of this.repository.openIds(runner.manager, performer.kinds, after)) {
        if (await this.isTaken(runner.manager, id, performer)) return id;
      }
      return undefined;
    } finally {
      await runner.release();
    }
  }

  /** Does a job; false when it is not for us. What ails one job stops no other. */
  private async isTaken(database: Tx, id: number, performer: JobPerformer): Promise<boolean> {
    if (!(await lock(database, id))) return false;
    try {
      if (await this.repository.lacksKeys(database, id)) return false;
      const begun = await this.repository.begin(database, id, this.clock.now());
      if (begun === undefined) return false;
      await this.attempt.carryOut(begun, performer);
    } catch (error) {
      if (isConnectionLost(error)) throw error;
      this.tell(error);
    } finally {
      await database.query('select pg_advisory_unlock($1, $2)', [LOCK_CLASS, id]);
    }
    return true;
  }

  private tell(error: unknown): void {
    this.logger.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
  }
}

async function lock(database: Tx, id: number): Promise<boolean> {
  const { isOurs } = await queryRow<{ isOurs: boolean }>(
    database,
    'select pg_try_advisory_lock($1, $2) as "isOurs"',
    [LOCK_CLASS, id],
  );
  return isOurs;
}

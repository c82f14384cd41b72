import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import {
  secondsBlocked,
  THROTTLE_BY_NAME,
  withFailure,
  type FailureCount,
  type ThrottlePolicy,
} from '../../core/identity/sign-in-throttle.js';
import { DomainError } from '../../core/shared/domain-error.js';
import { Clock } from '../../platform/clock.js';
import { queryRow, queryRows } from '../../platform/database/query-rows.js';
import type { Tx } from '../../platform/database/transaction.js';
import { CredentialsRepository } from './credentials.repository.js';
import { IdentityLogService } from './identity-log.service.js';
import { TriedSubjectsService, type Subject, type Try } from './tried-subjects.service.js';

/** A try that was let through, counted as a failure until it is known to be none. */
export type CountedTry = readonly Subject[];

/**
 * Slows guessing down for all processes on the database; README.md of this module says by what. Every try counts as a
 * failure before it is examined, so that a hundred at once are a hundred; one that was right is taken back afterwards.
 */
@Injectable()
export class SignInThrottleService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly subjects: TriedSubjectsService,
    private readonly accounts: CredentialsRepository,
    private readonly log: IdentityLogService,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `identity.sign-in-blocked` when one of its counts has to wait; then nothing is counted */
  async count(attempt: Try): Promise<CountedTry> {
    const subjects = await this.subjects.of(attempt);
    let blocking: Subject | undefined;
    try {
      await this.dataSource.transaction(async (tx) => {
        for (const subject of subjects) {
          blocking = subject;
          await this.countOne(tx, subject);
        }
      });
    } catch (error) {
      if (error instanceof DomainError && blocking !== undefined) await this.tell(blocking, attempt);
      throw error;
    }
    return subjects;
  }

  /** Takes one counted try back: the password was right and the code is still to come. */
  async forgive(tx: Tx, counted: CountedTry): Promise<void> {
    await this.lower(tx, counted, 1);
  }

  /**
   * Forgets what failed in the way its holder came in, wherever else it was counted; of the address only her own try,
   * and of the name nothing that others tried.
   */
  async clear(tx: Tx, counted: CountedTry): Promise<void> {
    await this.lock(tx, counted);
    const way = counted.filter(({ kind }) => kind !== 'name' && kind !== 'address');
    const own = await queryRow<{ failures: number }>(
      tx,
      'select coalesce(max(failures), 1) as failures from sign_in_throttle where subject = any($1)',
      [way.map(({ digest }) => digest)],
    );
    const others = counted.filter(({ kind }) => kind !== 'address');
    await this.lower(tx, others, own.failures);
    await this.lower(
      tx,
      counted.filter(({ kind }) => kind === 'address'),
      1,
    );
    await this.forgetOld(tx);
  }

  /** Forgets what failed under a name by whomever: an administrator lets its holder in anew. */
  async clearName(tx: Tx, username: string): Promise<void> {
    await tx.query('update sign_in_throttle set failures = 0 where subject = $1', [
      this.subjects.byName(username).digest,
    ]);
  }

  private async countOne(tx: Tx, { digest, policy }: Subject): Promise<void> {
    const now = this.clock.now();
    await tx.query(
      'insert into sign_in_throttle (subject, failures, last_failed_at) values ($1, 0, $2) on conflict do nothing',
      [digest, now],
    );
    const count = await queryRow<FailureCount>(
      tx,
      `select failures, last_failed_at as "lastFailedAt" from sign_in_throttle where subject = $1 for update`,
      [digest],
    );
    this.requireOpen(count, now, policy);
    const { failures, lastFailedAt } = withFailure(count, now, policy);
    await tx.query('update sign_in_throttle set failures = $2, last_failed_at = $3 where subject = $1', [
      digest,
      failures,
      lastFailedAt,
    ]);
  }

  private requireOpen(count: FailureCount, now: Date, policy: ThrottlePolicy): void {
    const seconds = secondsBlocked(count, now, policy);
    if (seconds === 0) return;
    const minutes = Math.ceil(seconds / 60);
    throw new DomainError('throttled', 'identity.sign-in-blocked', { seconds, minutes });
  }

  // Once for each wait: whoever knocks a million times writes one line.
  private async tell({ digest, kind }: Subject, { username, address, agent }: Try): Promise<void> {
    await this.dataSource.transaction(async (tx) => {
      const first = await queryRows(
        tx,
        `update sign_in_throttle set told_at = $2
         where subject = $1 and (told_at is null or told_at < last_failed_at) returning subject`,
        [digest, this.clock.now()],
      );
      if (first.length === 0) return;
      const account = await this.accounts.byUsername(tx, username);
      const event = { what: 'sign-in-blocked', userId: account?.userId, actorId: undefined, detail: kind };
      await this.log.record(tx, { ...event, address, agent });
    });
  }

  private async lock(tx: Tx, counted: CountedTry): Promise<void> {
    await tx.query('select from sign_in_throttle where subject = any($1) order by subject for update', [
      counted.map(({ digest }) => digest),
    ]);
  }

  private async lower(tx: Tx, counted: CountedTry, by: number): Promise<void> {
    await this.lock(tx, counted);
    await tx.query(
      'update sign_in_throttle set failures = greatest(failures - $2, 0) where subject = any($1)',
      [counted.map(({ digest }) => digest), by],
    );
  }

  // Those that somebody is counting at this moment are left to the next one.
  private async forgetOld(tx: Tx): Promise<void> {
    const forgottenBefore = this.clock.now().getTime() - THROTTLE_BY_NAME.forgottenAfterSeconds * 1000;
    await tx.query(
      `delete from sign_in_throttle where subject in
         (select subject from sign_in_throttle where last_failed_at < $1 limit 1000 for update skip locked)`,
      [new Date(forgottenBefore)],
    );
  }
}

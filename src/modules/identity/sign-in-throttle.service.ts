import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import {
  secondsBlocked,
  THROTTLE_BY_ADDRESS,
  THROTTLE_BY_NAME,
  withFailure,
  type FailureCount,
  type ThrottlePolicy,
} from '../../core/identity/sign-in-throttle.js';
import { purposes } from '../../core/privacy/purposes.js';
import { DomainError } from '../../core/shared/domain-error.js';
import { Clock } from '../../platform/clock.js';
import { queryRow } from '../../platform/database/query-rows.js';
import type { Tx } from '../../platform/database/transaction.js';
import { FieldVault } from '../../platform/secrets/field-vault.js';

interface Subject {
  readonly digest: Buffer;
  readonly policy: ThrottlePolicy;
}

/**
 * Slows guessing down, by name and by address, for all processes on the database. Every try counts as a failure before
 * it is examined, so that a hundred at once are a hundred; one that was right is taken back afterwards.
 */
@Injectable()
export class SignInThrottleService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly vault: FieldVault,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `identity.sign-in-blocked` when the name or the address has to wait; then nothing is counted */
  async count(username: string, address: string): Promise<void> {
    await this.dataSource.transaction(async (tx) => {
      for (const subject of this.subjectsOf(username, address)) await this.countOne(tx, subject);
    });
  }

  /** Takes one counted try back: the password was right and the code is still to come. */
  async forgive(tx: Tx, username: string, address: string): Promise<void> {
    const digests = this.subjectsOf(username, address).map(({ digest }) => digest);
    await tx.query(
      `update sign_in_throttle set failures = greatest(failures - 1, 0)
       where subject in (select subject from sign_in_throttle where subject = any($1) order by subject for update)`,
      [digests],
    );
  }

  /** Forgets the failures under a name whose holder has come in; of the address only her own try. */
  async clear(tx: Tx, username: string, address: string): Promise<void> {
    await this.forgive(tx, username, address);
    await tx.query('update sign_in_throttle set failures = 0 where subject = $1', [this.byName(username)]);
    const forgottenBefore = this.clock.now().getTime() - THROTTLE_BY_NAME.forgottenAfterSeconds * 1000;
    // Those that somebody is counting at this moment are left to the next one.
    await tx.query(
      `delete from sign_in_throttle where subject in
         (select subject from sign_in_throttle where last_failed_at < $1 limit 1000 for update skip locked)`,
      [new Date(forgottenBefore)],
    );
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
    const seconds = secondsBlocked(count, now, policy);
    if (seconds > 0) {
      const minutes = Math.ceil(seconds / 60);
      throw new DomainError('throttled', 'identity.sign-in-blocked', { seconds, minutes });
    }
    const { failures, lastFailedAt } = withFailure(count, now, policy);
    await tx.query('update sign_in_throttle set failures = $2, last_failed_at = $3 where subject = $1', [
      digest,
      failures,
      lastFailedAt,
    ]);
  }

  // In one order for everybody, so that nobody waits for somebody who waits for him.
  private subjectsOf(username: string, address: string): Subject[] {
    const byAddress = this.vault.digest(purposes.throttled, `address ${address}`);
    return [
      { digest: this.byName(username), policy: THROTTLE_BY_NAME },
      { digest: byAddress, policy: THROTTLE_BY_ADDRESS },
    ].sort((one, other) => one.digest.compare(other.digest));
  }

  private byName(username: string): Buffer {
    return this.vault.digest(purposes.throttled, `name ${username}`);
  }
}

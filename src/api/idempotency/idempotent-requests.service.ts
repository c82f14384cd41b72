import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { purposes } from '../../core/privacy/purposes.js';
import { DomainError } from '../../core/shared/domain-error.js';
import { Clock } from '../../platform/clock.js';
import { queryRow, queryRows } from '../../platform/database/query-rows.js';
import { FieldVault } from '../../platform/secrets/field-vault.js';

export interface Asked {
  readonly userId: number;
  readonly key: string;
  /** Of method, address and body. */
  readonly hash: Buffer;
  /** For what she holds the roles that let her ask it, as `standingFor` says. */
  readonly standing: string;
}

export interface Answered {
  readonly status: number;
  readonly answer: string;
  /** Where what was made is, as the Location header said. */
  readonly location: string | null;
}

interface StoredRequest {
  readonly hash: Buffer;
  readonly standing: Buffer | null;
  readonly startedAt: Date;
  readonly givenUpAt: Date | null;
  readonly status: number | null;
  readonly answer: Buffer | null;
  readonly location: string | null;
}

const DAY = 24 * 60 * 60 * 1000;

const FORGOTTEN_AT_ONCE = 1000;

/** A process that died leaves its request begun; nothing we do takes as long as this. */
const ABANDONED = 5 * 60 * 1000;

/**
 * The memory behind the Idempotency-Key header (draft-ietf-httpapi-idempotency-key-header). Kept for a day. What was
 * begun is never begun again: either it was refused and nothing written, or its answer is known, or nobody knows.
 */
@Injectable()
export class IdempotentRequestsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly vault: FieldVault,
  ) {}

  /**
   * Begins a request, or gives the answer it already had.
   *
   * @throws DomainError `http.key-reused` for another request under this key, `http.key-in-progress`,
   *   `http.key-outcome-unknown`, `http.answer-of-other-rights`
   */
  begin(asked: Asked): Promise<Answered | undefined> {
    const now = this.clock.now();
    const { userId, key } = asked;
    return this.dataSource.transaction(async (tx) => {
      const dayBefore = new Date(now.getTime() - DAY);
      await tx.query('delete from idempotent_request where user_id = $1 and key = $2 and started_at < $3', [
        userId,
        key,
        dayBefore,
      ]);
      const begun = await queryRows(
        tx,
        `insert into idempotent_request (user_id, key, request_hash, standing, started_at)
         values ($1, $2, $3, $4, $5) on conflict do nothing returning key`,
        [userId, key, this.hashOf(asked), this.standingOf(asked), now],
      );
      if (begun.length > 0) return undefined;
      const stored = await queryRow<StoredRequest>(
        tx,
        `select request_hash as hash, standing, started_at as "startedAt", given_up_at as "givenUpAt", status, answer,
                location
           from idempotent_request where user_id = $1 and key = $2 for update`,
        [userId, key],
      );
      return this.answerOf(stored, asked, now);
    });
  }

  async finish({ userId, key }: Asked, { status, answer, location }: Answered): Promise<void> {
    await this.dataSource.query(
      'update idempotent_request set status = $3, answer = $4, location = $5 where user_id = $1 and key = $2',
      [userId, key, status, this.vault.seal(purposes.answer, answer), location],
    );
  }

  /** Takes away answers of more than a day ago; not all at once, and none that somebody else is taking away. */
  async forgetOld(now: Date): Promise<void> {
    await this.dataSource.query(
      `delete from idempotent_request where (user_id, key) in (select user_id, key from idempotent_request
         where started_at < $1 order by started_at limit $2 for update skip locked)`,
      [new Date(now.getTime() - DAY), FORGOTTEN_AT_ONCE],
    );
  }

  /** A refusal that wrote nothing: the same key may be used once what was wrong is mended. */
  async forget({ userId, key }: Asked): Promise<void> {
    await this.dataSource.query(
      'delete from idempotent_request where user_id = $1 and key = $2 and status is null and given_up_at is null',
      [userId, key],
    );
  }

  /** It failed in the middle, and something may have been written. */
  async giveUp({ userId, key }: Asked): Promise<void> {
    await this.dataSource.query(
      'update idempotent_request set given_up_at = $3 where user_id = $1 and key = $2 and status is null',
      [userId, key, this.clock.now()],
    );
  }

  private answerOf(stored: StoredRequest, asked: Asked, now: Date): Answered {
    if (!stored.hash.equals(this.hashOf(asked))) throw new DomainError('invalid', 'http.key-reused', {});
    const { status, answer, location, standing, givenUpAt, startedAt } = stored;
    if (status !== null && answer !== null) {
      if (standing?.equals(this.standingOf(asked)) !== true)
        throw new DomainError('forbidden', 'http.answer-of-other-rights', {});
      return { status, answer: this.vault.open(purposes.answer, answer), location };
    }
    const isLost = givenUpAt !== null || now.getTime() - startedAt.getTime() >= ABANDONED;
    throw new DomainError('conflict', isLost ? 'http.key-outcome-unknown' : 'http.key-in-progress', {});
  }

  private hashOf({ hash }: Asked): Buffer {
    return this.vault.digest(purposes.asked, hash.toString('hex'));
  }

  private standingOf({ standing }: Asked): Buffer {
    return this.vault.digest(purposes.askerStanding, standing);
  }
}

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
}

export interface Answered {
  readonly status: number;
  readonly answer: string;
  /** Where what was made is, as the Location header said. */
  readonly location: string | null;
}

interface StoredRequest {
  readonly hash: Buffer;
  readonly startedAt: Date;
  readonly status: number | null;
  readonly answer: Buffer | null;
  readonly location: string | null;
}

const DAY = 24 * 60 * 60 * 1000;

const FORGOTTEN_AT_ONCE = 1000;

/** A process that died leaves its request begun; nothing we do takes as long as this. */
const ABANDONED = 5 * 60 * 1000;

/** The memory behind the Idempotency-Key header (draft-ietf-httpapi-idempotency-key-header). Kept for a day. */
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
   * @throws DomainError `http.key-reused` for another request under this key, `http.key-in-progress`
   */
  begin(asked: Asked): Promise<Answered | undefined> {
    const now = this.clock.now();
    const hash = this.vault.digest(purposes.asked, asked.hash.toString('hex'));
    return this.dataSource.transaction(async (tx) => {
      await tx.query('delete from idempotent_request where user_id = $1 and key = $2 and started_at < $3', [
        asked.userId,
        asked.key,
        new Date(now.getTime() - DAY),
      ]);
      const begun = await queryRows(
        tx,
        `insert into idempotent_request (user_id, key, request_hash, started_at) values ($1, $2, $3, $4)
         on conflict do nothing returning key`,
        [asked.userId, asked.key, hash, now],
      );
      if (begun.length > 0) return undefined;
      const stored = await queryRow<StoredRequest>(
        tx,
        `select request_hash as hash, started_at as "startedAt", status, answer, location from idempotent_request
          where user_id = $1 and key = $2 for update`,
        [asked.userId, asked.key],
      );
      if (!stored.hash.equals(hash)) throw new DomainError('invalid', 'http.key-reused', {});
      const { status, answer, location } = stored;
      if (status !== null && answer !== null) {
        return { status, answer: this.vault.open(purposes.answer, answer), location };
      }
      if (now.getTime() - stored.startedAt.getTime() < ABANDONED) {
        throw new DomainError('conflict', 'http.key-in-progress', {});
      }
      await tx.query('update idempotent_request set started_at = $3 where user_id = $1 and key = $2', [
        asked.userId,
        asked.key,
        now,
      ]);
      return undefined;
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

  /** A refusal changed nothing: the same key may be used once what was wrong is mended. */
  async forget({ userId, key }: Asked): Promise<void> {
    await this.dataSource.query('delete from idempotent_request where user_id = $1 and key = $2', [
      userId,
      key,
    ]);
  }
}

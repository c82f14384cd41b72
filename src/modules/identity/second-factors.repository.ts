import { Injectable } from '@nestjs/common';
import { queryRow, queryRows, type Queryable } from '../../platform/database/query-rows.js';

export interface SealedSecret {
  readonly id: number;
  readonly sealedSecret: Buffer;
}

/** Authenticator secrets, sealed, and recovery codes, as keyed digests. */
@Injectable()
export class SecondFactorsRepository {
  /** The secret that counts, or the one that waits for its first code. */
  async secretOf(
    database: Queryable,
    userId: number,
    state: 'confirmed' | 'begun',
  ): Promise<SealedSecret | undefined> {
    const [secret] = await queryRows<SealedSecret>(
      database,
      `select id, sealed_secret as "sealedSecret" from totp_secret
       where user_id = $1 and ended_at is null and (confirmed_at is not null) = $2`,
      [userId, state === 'confirmed'],
    );
    return secret;
  }

  async begin(database: Queryable, userId: number, sealedSecret: Buffer, now: Date): Promise<void> {
    await database.query(
      'update totp_secret set ended_at = $2 where user_id = $1 and ended_at is null and confirmed_at is null',
      [userId, now],
    );
    await database.query('insert into totp_secret (user_id, sealed_secret, created_at) values ($1, $2, $3)', [
      userId,
      sealedSecret,
      now,
    ]);
  }

  async confirm(database: Queryable, secretId: number, step: number, now: Date): Promise<void> {
    await database.query('update totp_secret set confirmed_at = $3, last_step = $2 where id = $1', [
      secretId,
      step,
      now,
    ]);
  }

  /** False when a code of this step, or of a later one, was taken before. */
  async takeStep(database: Queryable, secretId: number, step: number): Promise<boolean> {
    const taken = await queryRows(
      database,
      'update totp_secret set last_step = $2 where id = $1 and last_step < $2 and ended_at is null returning id',
      [secretId, step],
    );
    return taken.length > 0;
  }

  /** Ends the secret that counts; with `all` also one that was only begun. How many. */
  async endSecrets(
    database: Queryable,
    userId: number,
    which: 'confirmed' | 'all',
    now: Date,
  ): Promise<number> {
    const ended = await queryRows(
      database,
      `update totp_secret set ended_at = $3
       where user_id = $1 and ended_at is null and ($2 or confirmed_at is not null) returning id`,
      [userId, which === 'all', now],
    );
    return ended.length;
  }

  /** New codes instead of those before. */
  async replaceCodes(
    database: Queryable,
    userId: number,
    digests: readonly Buffer[],
    now: Date,
  ): Promise<void> {
    await database.query(
      'update recovery_code set ended_at = $2 where user_id = $1 and ended_at is null and used_at is null',
      [userId, now],
    );
    await database.query(
      'insert into recovery_code (user_id, digest, created_at) select $1::int, digest, $3::timestamptz from unnest($2::bytea[]) digest',
      [userId, digests, now],
    );
  }

  /** False when there is no such code, or it was used or replaced. */
  async takeCode(database: Queryable, userId: number, digest: Buffer, now: Date): Promise<boolean> {
    const taken = await queryRows(
      database,
      `update recovery_code set used_at = $3
       where user_id = $1 and digest = $2 and used_at is null and ended_at is null returning id`,
      [userId, digest, now],
    );
    return taken.length > 0;
  }

  async codesLeft(database: Queryable, userId: number): Promise<number> {
    const { count } = await queryRow<{ count: number }>(
      database,
      'select count(*)::int as count from recovery_code where user_id = $1 and used_at is null and ended_at is null',
      [userId],
    );
    return count;
  }
}

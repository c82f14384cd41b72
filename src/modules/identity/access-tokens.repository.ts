import { Injectable } from '@nestjs/common';
import { queryRows, type Queryable } from '../../platform/database/query-rows.js';
import { isActiveSql } from '../../platform/database/is-active-sql.js';

/** A personal access token as its owner sees it afterwards; the token itself is stored nowhere. */
export interface AccessTokenRecord {
  readonly id: number;
  readonly name: string;
  readonly operations: readonly string[];
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly lastUsedAt: Date | null;
  readonly lastUsedAddress: string | null;
}

/** A token that was shown, and whose it is. */
export interface HeldToken extends AccessTokenRecord {
  readonly userId: number;
  readonly username: string;
}

export interface NewAccessToken {
  readonly userId: number;
  readonly name: string;
  readonly operations: readonly string[];
  readonly createdBy: number;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

const FIELDS = `
  token.id, token.name, operations, token.created_at as "createdAt", expires_at as "expiresAt",
  last_used_at as "lastUsedAt", last_used_address as "lastUsedAddress"`;

@Injectable()
export class AccessTokensRepository {
  /** Undefined also when another one that counts has the name. */
  async add(
    database: Queryable,
    digest: Buffer,
    token: NewAccessToken,
  ): Promise<AccessTokenRecord | undefined> {
    const [added] = await queryRows<AccessTokenRecord>(
      database,
      `insert into access_token as token (token_digest, user_id, name, operations, created_by, created_at, expires_at)
       values ($1, $2, $3, $4, $5, $6, $7) on conflict (user_id, name) where revoked_at is null do nothing
       returning ${FIELDS}`,
      [digest, token.userId, token.name, token.operations, token.createdBy, token.createdAt, token.expiresAt],
    );
    return added;
  }

  /** Not revoked, and of a user who may work; whether it has expired is for the caller to say. */
  async byDigest(database: Queryable, digest: Buffer): Promise<HeldToken | undefined> {
    const [token] = await queryRows<HeldToken>(
      database,
      `select ${FIELDS}, user_id as "userId", username
       from access_token token join app_user on app_user.id = user_id
       where token_digest = $1 and revoked_at is null and ${isActiveSql('token.user_id')}`,
      [digest],
    );
    return token;
  }

  async isInForce(database: Queryable, id: number, now: Date): Promise<boolean> {
    const found = await queryRows(
      database,
      `select from access_token token
        where id = $1 and revoked_at is null and expires_at > $2 and ${isActiveSql('token.user_id')}`,
      [id, now],
    );
    return found.length > 0;
  }

  listOf(database: Queryable, userId: number): Promise<AccessTokenRecord[]> {
    return queryRows(
      database,
      `select ${FIELDS} from access_token token where user_id = $1 and revoked_at is null order by id`,
      [userId],
    );
  }

  async used(database: Queryable, id: number, address: string, now: Date): Promise<void> {
    await database.query(
      'update access_token set last_used_at = greatest(last_used_at, $2), last_used_address = $3 where id = $1',
      [id, now, address],
    );
  }

  /** The name of the token, or undefined when there was nothing to revoke. */
  async revoke(
    database: Queryable,
    token: { id: number; userId: number },
    now: Date,
  ): Promise<string | undefined> {
    const [revoked] = await queryRows<{ name: string }>(
      database,
      `update access_token set revoked_at = greatest($3, created_at)
       where id = $1 and user_id = $2 and revoked_at is null returning name`,
      [token.id, token.userId, now],
    );
    return revoked?.name;
  }

  async revokeAll(database: Queryable, userId: number, now: Date): Promise<void> {
    await database.query(
      'update access_token set revoked_at = greatest($2, created_at) where user_id = $1 and revoked_at is null',
      [userId, now],
    );
  }

  /** Ends those that expired under this name, so that it can be used again. */
  async endExpired(database: Queryable, userId: number, name: string, now: Date): Promise<void> {
    await database.query(
      `update access_token set revoked_at = expires_at
       where user_id = $1 and name = $2 and revoked_at is null and expires_at <= $3`,
      [userId, name, now],
    );
  }
}

import { Injectable } from '@nestjs/common';
import type { LinkPurpose } from '../../core/identity/one-time-link.js';
import { queryRows, type Queryable } from '../../platform/database/query-rows.js';

export interface LinkRecord {
  readonly id: number;
  readonly purpose: LinkPurpose;
  readonly userId: number | null;
  readonly expiresAt: Date;
}

export interface NewLink {
  readonly purpose: LinkPurpose;
  readonly userId: number | null;
  readonly madeBy: number | null;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

/** One-time links, by the digest of their token. */
@Injectable()
export class LinksRepository {
  async open(database: Queryable, digest: Buffer, now: Date): Promise<LinkRecord | undefined> {
    const [link] = await queryRows<LinkRecord>(
      database,
      `select id, purpose, user_id as "userId", expires_at as "expiresAt" from one_time_link
       where token_digest = $1 and used_at is null and ended_at is null and expires_at > $2`,
      [digest, now],
    );
    return link;
  }

  async add(database: Queryable, digest: Buffer, link: NewLink): Promise<void> {
    await database.query(
      `insert into one_time_link (token_digest, purpose, user_id, made_by, created_at, expires_at)
       values ($1, $2, $3, $4, $5, $6)`,
      [digest, link.purpose, link.userId, link.madeBy, link.createdAt, link.expiresAt],
    );
  }

  /** False when somebody used it first, or it ended meanwhile. */
  async take(database: Queryable, id: number, now: Date): Promise<boolean> {
    const taken = await queryRows(
      database,
      `update one_time_link set used_at = $2
       where id = $1 and used_at is null and ended_at is null and expires_at > $2 returning id`,
      [id, now],
    );
    return taken.length > 0;
  }

  /** Ends what was made for this user, or the links of the first administrator when it is for nobody yet. */
  async endAll(database: Queryable, userId: number | null, now: Date): Promise<void> {
    await database.query(
      `update one_time_link set ended_at = greatest($2, created_at)
       where user_id is not distinct from $1 and used_at is null and ended_at is null`,
      [userId, now],
    );
  }
}

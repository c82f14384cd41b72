import { Injectable } from '@nestjs/common';
import { queryRow, queryRows, type Queryable } from '../../platform/database/query-rows.js';
import { isActiveSql } from '../../platform/database/is-active-sql.js';

/** Somebody who is signed in, on one device. */
export interface Session {
  readonly id: number;
  readonly userId: number;
  readonly username: string;
  readonly fullName: string;
  readonly method: 'password' | 'oidc';
  /** Whether she gave a second factor in this session, or the provider vouched for one. */
  readonly hasSecondFactor: boolean;
  readonly signedInAt: Date;
  /** When she last showed who she is, with everything that this asks for. */
  readonly confirmedAt: Date;
  readonly lastSeenAt: Date;
  /** When it ends, whatever is done in it. */
  readonly expiresAt: Date;
  readonly address: string;
  readonly agent: string;
}

export type NewSession = Omit<Session, 'id' | 'username' | 'fullName'>;

/** Sessions that nobody ended, of users who may work; whether they are too old is the core's to say. */
const OPEN = `
  select session.id, session.user_id as "userId", username, full_name as "fullName", method,
         has_second_factor as "hasSecondFactor", signed_in_at as "signedInAt", confirmed_at as "confirmedAt",
         last_seen_at as "lastSeenAt", expires_at as "expiresAt", address, agent
  from user_session session join app_user on app_user.id = session.user_id
  where ended_at is null and ${isActiveSql('session.user_id')}`;

@Injectable()
export class SessionsRepository {
  async openByDigest(database: Queryable, digest: Buffer): Promise<Session | undefined> {
    const [session] = await queryRows<Session>(database, `${OPEN} and token_digest = $1`, [digest]);
    return session;
  }

  /** Under another token a session is another row, of the same moment. */
  async isStanding(database: Queryable, userId: number, signedInAt: Date): Promise<boolean> {
    const rows = await queryRows(database, `${OPEN} and session.user_id = $1 and signed_in_at = $2 limit 1`, [
      userId,
      signedInAt,
    ]);
    return rows.length > 0;
  }

  openOf(database: Queryable, userId: number): Promise<Session[]> {
    return queryRows(database, `${OPEN} and session.user_id = $1 order by session.id`, [userId]);
  }

  async add(database: Queryable, digest: Buffer, session: NewSession): Promise<number> {
    const { id } = await queryRow<{ id: number }>(
      database,
      `insert into user_session (token_digest, user_id, method, has_second_factor, signed_in_at, confirmed_at, last_seen_at,
         expires_at, address, agent)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) returning id`,
      [
        digest,
        session.userId,
        session.method,
        session.hasSecondFactor,
        session.signedInAt,
        session.confirmedAt,
        session.lastSeenAt,
        session.expiresAt,
        session.address,
        session.agent,
      ],
    );
    return id;
  }

  /** From where somebody of this name signed in since then; nobody has the name: from nowhere. */
  async addressesOf(database: Queryable, username: string, since: Date): Promise<readonly string[]> {
    const rows = await queryRows<{ address: string }>(
      database,
      `select distinct address from user_session
        where user_id = (select id from app_user where username = $1) and signed_in_at > $2`,
      [username, since],
    );
    return rows.map(({ address }) => address);
  }

  async seen(database: Queryable, id: number, now: Date): Promise<void> {
    await database.query('update user_session set last_seen_at = greatest(last_seen_at, $2) where id = $1', [
      id,
      now,
    ]);
  }

  /** False when it had ended already. */
  async end(
    database: Queryable,
    session: Pick<Session, 'id' | 'userId'>,
    because: string,
    now: Date,
  ): Promise<boolean> {
    const ended = await queryRows(
      database,
      `update user_session set ended_at = greatest($4, signed_in_at), ended_because = $3
       where id = $1 and user_id = $2 and ended_at is null returning id`,
      [session.id, session.userId, because, now],
    );
    return ended.length > 0;
  }

  /** Ends all of somebody's but one; how many. */
  async endAll(
    database: Queryable,
    userId: number,
    { because, now, except }: { because: string; now: Date; except?: number | undefined },
  ): Promise<number> {
    const ended = await queryRows(
      database,
      `update user_session set ended_at = greatest($3, signed_in_at), ended_because = $2
       where user_id = $1 and ended_at is null and id is distinct from $4 returning id`,
      [userId, because, now, except ?? null],
    );
    return ended.length;
  }
}

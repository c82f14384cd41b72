import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock.js';
import { queryRows, type Queryable } from '../../platform/database/query-rows.js';
import { isActiveSql } from '../../platform/database/is-active-sql.js';

/** A user as far as signing in needs to know. */
export interface Account {
  readonly userId: number;
  readonly username: string;
  readonly fullName: string;
  readonly isActive: boolean;
  readonly passwordHash: string | null;
}

/** An account with a password. */
export interface KnownAccount extends Account {
  readonly passwordHash: string;
}

const ACCOUNT = `
  select app_user.id as "userId", username, full_name as "fullName", ${isActiveSql('app_user.id')} as "isActive",
         password_hash as "passwordHash"
  from app_user left join credential on credential.user_id = app_user.id`;

/** Passwords, as their hashes. */
@Injectable()
export class CredentialsRepository {
  constructor(private readonly clock: Clock) {}

  async byUsername(database: Queryable, username: string): Promise<Account | undefined> {
    const [account] = await queryRows<Account>(database, `${ACCOUNT} where username = $1`, [username]);
    return account;
  }

  async byId(database: Queryable, userId: number): Promise<Account | undefined> {
    const [account] = await queryRows<Account>(database, `${ACCOUNT} where app_user.id = $1`, [userId]);
    return account;
  }

  async existsAny(database: Queryable): Promise<boolean> {
    return (await queryRows(database, 'select from credential limit 1')).length > 0;
  }

  /** What everybody here would think of first. */
  async regionNames(database: Queryable): Promise<readonly string[]> {
    const rows = await queryRows<{ name: string }>(database, 'select distinct name from region');
    return rows.map(({ name }) => name);
  }

  async save(database: Queryable, userId: number, passwordHash: string): Promise<void> {
    await database.query(
      `insert into credential (user_id, password_hash, changed_at) values ($1, $2, $3)
       on conflict (user_id) do update set password_hash = excluded.password_hash, changed_at = excluded.changed_at`,
      [userId, passwordHash, this.clock.now()],
    );
  }
}

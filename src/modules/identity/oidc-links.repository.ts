import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock.js';
import type { VouchedIdentity } from '../../platform/oidc/identity-provider.js';
import { queryRows, type Queryable } from '../../platform/database/query-rows.js';
import { isActiveSql } from '../../platform/database/is-active-sql.js';

/** A user whom the provider may vouch for. */
interface LinkedUser {
  readonly userId: number;
  readonly isActive: boolean;
}

type ProviderAccount = Pick<VouchedIdentity, 'issuer' | 'subject'>;

@Injectable()
export class OidcLinksRepository {
  constructor(private readonly clock: Clock) {}

  async userOf(database: Queryable, { issuer, subject }: ProviderAccount): Promise<LinkedUser | undefined> {
    const [user] = await queryRows<LinkedUser>(
      database,
      `select user_id as "userId", ${isActiveSql('oidc_link.user_id')} as "isActive" from oidc_link
       where issuer = $1 and subject = $2`,
      [issuer, subject],
    );
    return user;
  }

  /** False when the user, or the account, is linked already. */
  async add(
    database: Queryable,
    userId: number,
    { issuer, subject }: ProviderAccount,
    linkedBy: number,
  ): Promise<boolean> {
    const added = await queryRows(
      database,
      `insert into oidc_link (user_id, issuer, subject, linked_by, linked_at) values ($1, $2, $3, $4, $5)
       on conflict do nothing returning user_id`,
      [userId, issuer, subject, linkedBy, this.clock.now()],
    );
    return added.length > 0;
  }

  /** The account she was linked with; undefined when there was none. */
  async remove(database: Queryable, userId: number): Promise<ProviderAccount | undefined> {
    const [removed] = await queryRows<ProviderAccount>(
      database,
      'delete from oidc_link where user_id = $1 returning issuer, subject',
      [userId],
    );
    return removed;
  }
}

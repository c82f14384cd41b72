import { Injectable } from '@nestjs/common';
import type { HeldDelegation } from '../../core/access/mandate.js';
import type { PlainDate } from '../../core/shared/plain-date.js';
import { queryRows, type Queryable } from '../../platform/database/query-rows.js';
import { isActiveSql } from '../../platform/database/is-active-sql.js';

type Delegated = Omit<HeldDelegation, 'principalGrants'>;

/** Delegations as far as they open a door; what they say in full is the business of approvals. */
@Injectable()
export class HeldDelegationsRepository {
  /** Those to one user that hold on a day: not revoked, of somebody who still works here. */
  to(database: Queryable, userId: number, on: PlainDate): Promise<Delegated[]> {
    return queryRows(
      database,
      `select delegation.step, delegation.from_user as "principalId",
              json_build_object('kind', 'payer', 'code', body.code, 'regionCode', body.region_code) as payer
         from delegation join paying_body body on body.id = delegation.paying_body_id
        where delegation.to_user = $1 and $2::date between delegation.valid_from and delegation.valid_to
          and not exists (select from delegation_revocation where delegation_id = delegation.id)
          and ${isActiveSql('delegation.from_user')}
        order by delegation.id`,
      [userId, on],
    );
  }
}

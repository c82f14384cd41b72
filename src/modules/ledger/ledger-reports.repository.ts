import { Injectable } from '@nestjs/common';
import { DomainError } from '../../core/shared/domain-error.js';
import type { Rupiah } from '../../core/shared/rupiah.js';
import { queryRow, queryRows, type Queryable } from '../../platform/database/query-rows.js';
import type { AccountType } from './ledger.repository.js';

/** What the books say as at a position of the chain: the same today and in ten years. */
@Injectable()
export class LedgerReportsRepository {
  /**
   * The position itself, or the end of the chain when none is asked for.
   * @throws DomainError `book.position-beyond-chain` when the chain does not reach so far
   */
  async position(database: Queryable, asked?: bigint): Promise<bigint> {
    const { last } = await queryRow<{ last: bigint }>(
      database,
      `select coalesce(max(position), 0)::bigint as last from ledger.batch`,
    );
    if (asked === undefined || asked <= last) return asked ?? last;
    throw new DomainError('missing', 'book.position-beyond-chain', {
      position: String(asked),
      last: String(last),
    });
  }

  /** Debits less credits by account, of the batches up to a position; accounts they do not use are left out. */
  balancesAt(
    database: Queryable,
    position: bigint,
  ): Promise<{ code: string; type: AccountType; balance: Rupiah }[]> {
    return queryRows(
      database,
      `select code, type, sum(debit - credit)::bigint as balance
       from ledger.batch_account
       join ledger.batch on batch.id = batch_id
       join ledger.account on account.id = account_id
       where position <= $1
       group by code, type order by code`,
      [position],
    );
  }
}

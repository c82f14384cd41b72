import { Injectable } from '@nestjs/common';
import type { MoveTotal, OutsideTotal } from '../../core/funding/prove-budgets.js';
import { batchKinds } from '../../core/ledger/journal.js';
import { queryRows } from '../../platform/database/query-rows.js';
import type { Tx } from '../../platform/database/transaction.js';

/** What budgets are proven by. */
@Injectable()
export class BudgetProofRepository {
  moveTotals(tx: Tx): Promise<MoveTotal[]> {
    return queryRows(
      tx,
      `select funding_source_id as "fundingSourceId", kind, sum(amount)::bigint as amount
       from budget_move group by funding_source_id, kind order by funding_source_id, kind`,
    );
  }

  /** Payments less what came back, from the bank or from kader; a reversal counts as what it reverses. */
  paidInLedger(tx: Tx): Promise<OutsideTotal[]> {
    return queryRows(
      tx,
      `select source.id as "fundingSourceId", sum(line.amount)::bigint as amount
       from ledger.entry cross join lateral unnest(accounts, amounts) as line(account_id, amount)
       join funding_source source on source.payable_account_id = line.account_id
       where (case when entry.kind = $1 then (
           select original.kind from ledger.entry original
           where original.batch_id = entry.reverses_batch_id and original.sequence = entry.reverses_sequence)
         else entry.kind end) in ($2, $3, $4)
       group by source.id`,
      [batchKinds.reversal, batchKinds.payment, batchKinds.return, batchKinds.recovery],
    );
  }

  /** Tranches less those that were undone. */
  receivedInLedger(tx: Tx): Promise<OutsideTotal[]> {
    return queryRows(
      tx,
      `select source.id as "fundingSourceId", -sum(line.amount)::bigint as amount
       from ledger.entry cross join lateral unnest(accounts, amounts) as line(account_id, amount)
       join funding_source source on source.income_account_id = line.account_id
       group by source.id`,
    );
  }

  /** What requests hold that were submitted and are not paid yet; a line that a request would only credit holds none. */
  heldByRequests(tx: Tx): Promise<OutsideTotal[]> {
    return queryRows(
      tx,
      `select "fundingSourceId", sum(held)::bigint as amount
       from (
         select coalesce(debt_source_id, funding_source_id) as "fundingSourceId", greatest(sum(amount), 0) as held
         from payment_request request
         join request_entitlement on request_id = request.id
         join entitlement on entitlement.id = entitlement_id
         where request.state in ('submitted', 'verified', 'approved')
         group by request.id, 1) by_request
       group by "fundingSourceId"`,
    );
  }
}

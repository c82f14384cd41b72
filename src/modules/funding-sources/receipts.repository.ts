import { Injectable } from '@nestjs/common';
import type { RecordedReceipt } from '../../core/funding/plan-receipt.js';
import { queryRows } from '../../platform/database/query-rows.js';
import type { Tx } from '../../platform/database/transaction.js';

@Injectable()
export class ReceiptsRepository {
  /** The tranches of a budget line that came with this paper, oldest first, also those that were undone. */
  ofReference(tx: Tx, fundingSourceId: number, reference: string): Promise<RecordedReceipt[]> {
    return queryRows(
      tx,
      `select receipt.id as "moveId", receipt.batch_id as "batchId", receipt.amount, batch.effective_on as on,
              receipt.reference, receipt.note, retraction.note as "retractedBecause"
       from budget_move receipt
       join ledger.batch on batch.id = receipt.batch_id
       left join budget_move retraction on retraction.retracts_id = receipt.id
       where receipt.funding_source_id = $1 and receipt.kind = 'receive' and receipt.reference = $2
       order by receipt.id`,
      [fundingSourceId, reference],
    );
  }
}

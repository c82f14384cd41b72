import { Injectable } from '@nestjs/common';
import type { SentDisbursement } from '../../core/payment/bank-results.js';
import type { DebtShare } from '../../core/payment/debt-transfer.js';
import type { PlainDate } from '../../core/shared/plain-date.js';
import type { Rupiah } from '../../core/shared/rupiah.js';
import { copyInto } from '../../platform/database/copy-into.js';
import { queryRows, type Queryable } from '../../platform/database/query-rows.js';
import type { Tx } from '../../platform/database/transaction.js';

export interface DisbursementToPrepare {
  readonly kaderId: number;
  readonly bankAccountId: number;
  readonly amount: Rupiah;
  readonly reference: string;
}

export interface DisbursementRecord extends SentDisbursement {
  readonly kaderId: number;
  readonly nagariCode: string;
  readonly entryBatchId: number | null;
  readonly entrySequence: number | null;
}

/** What a budget line carries of one kader's money in a request; debt of a closed year on the line that pays it. */
export interface DisbursementShare {
  readonly kaderId: number;
  readonly fundingSourceId: number;
  readonly expenseAccountId: number;
  readonly payableAccountId: number;
  readonly amount: Rupiah;
}

// Where she was when it was paid: what comes back, comes back there, though she may have moved since.
const REGION = `coalesce((select regexp_replace(region_digits::text, '^(..)(..)(..)(....)$', '\\1.\\2.\\3.\\4')
                from ledger.entry where (batch_id, sequence) = (entry_batch_id, entry_sequence)), kader.nagari_code)`;

@Injectable()
export class DisbursementsRepository {
  async insertPrepared(
    tx: Tx,
    requestId: number,
    disbursements: readonly DisbursementToPrepare[],
  ): Promise<void> {
    await copyInto(
      tx,
      'disbursement',
      ['request_id', 'kader_id', 'bank_account_id', 'amount', 'reference'],
      disbursements.map((one) => [requestId, one.kaderId, one.bankAccountId, one.amount, one.reference]),
    );
  }

  async deletePrepared(tx: Tx, requestId: number): Promise<void> {
    await tx.query(`delete from disbursement where request_id = $1 and state = 'prepared'`, [requestId]);
  }

  /** In order of reference, locked until the transaction ends. */
  ofRequest(tx: Tx, requestId: number): Promise<DisbursementRecord[]> {
    return queryRows(
      tx,
      `select disbursement.id, kader_id as "kaderId", ${REGION} as "nagariCode", reference, amount, state,
              entry_batch_id as "entryBatchId", entry_sequence as "entrySequence"
       from disbursement join kader on kader.id = kader_id
       where request_id = $1 order by disbursement.id for update of disbursement`,
      [requestId],
    );
  }

  /** What each budget line carries for each kader of a request; what the bank returned is still counted. */
  sharesOf(database: Queryable, requestId: number): Promise<DisbursementShare[]> {
    return queryRows(
      database,
      `select kader_id as "kaderId", source.id as "fundingSourceId", source.expense_account_id as "expenseAccountId",
              source.payable_account_id as "payableAccountId", sum(entitlement.amount)::bigint as amount
       from request_entitlement join payment_request request on request.id = request_id
       join entitlement on entitlement.id = entitlement_id
       join honor_line on honor_line.id = honor_line_id
       join funding_source source on source.id = coalesce(debt_source_id, funding_source_id)
       where request_id = $1 group by kader_id, source.id order by kader_id, source.id`,
      [requestId],
    );
  }

  /** What lines of closed years owe, and the payable of the line that pays it; nothing for an ordinary request. */
  debtsOf(database: Queryable, requestId: number): Promise<(DebtShare & { readonly toAccountId: number })[]> {
    return queryRows(
      database,
      `select kader.id as "kaderId", ${REGION} as "regionCode", owing.payable_account_id as "payableAccountId",
              paying.payable_account_id as "toAccountId", sum(entitlement.amount)::bigint as amount
       from payment_request request join funding_source paying on paying.id = request.debt_source_id
       join request_entitlement on request_id = request.id
       join entitlement on entitlement.id = entitlement_id
       join funding_source owing on owing.id = funding_source_id
       join honor_line on honor_line.id = honor_line_id join kader on kader.id = honor_line.kader_id
       join disbursement on disbursement.request_id = request.id and disbursement.kader_id = kader.id
       where request.id = $1 group by kader.id, owing.id, paying.id, disbursement.id having sum(entitlement.amount) <> 0
       order by kader.id, owing.id`,
      [requestId],
    );
  }

  /** Marks all prepared disbursements as released, each with its ledger entry, in order of reference. */
  async markReleased(tx: Tx, requestId: number, batchId: number): Promise<void> {
    await tx.query(
      `update disbursement set state = 'released', entry_batch_id = $2, entry_sequence = numbered.sequence
       from (select id, row_number() over (order by id)::int as sequence from disbursement where request_id = $1) numbered
       where disbursement.id = numbered.id`,
      [requestId, batchId],
    );
  }

  async markResults(
    tx: Tx,
    results: readonly { id: number; state: 'paid' | 'returned'; note: string }[],
    on: PlainDate,
  ): Promise<void> {
    await tx.query(
      `update disbursement set state = result.state, result_on = $4, result_note = nullif(result.note, '')
       from unnest($1::int[], $2::text[], $3::text[]) as result(id, state, note) where disbursement.id = result.id`,
      [results.map(({ id }) => id), results.map(({ state }) => state), results.map(({ note }) => note), on],
    );
  }

  /** What the bank returned is owed again: another request may pay it. */
  async freeEntitlements(tx: Tx, requestId: number, kaderIds: readonly number[], at: Date): Promise<void> {
    await tx.query(
      `update request_entitlement set returned_at = $3
       from entitlement join honor_line on honor_line.id = honor_line_id
       where request_entitlement.request_id = $1 and entitlement.id = request_entitlement.entitlement_id
         and honor_line.kader_id = any($2) and returned_at is null`,
      [requestId, kaderIds, at],
    );
  }
}

import { Injectable } from '@nestjs/common';
import type { Reversal, ReversedContent } from '../../core/ledger/check-reversal.js';
import { cursorRows } from '../../platform/database/cursor-rows.js';
import type { Queryable } from '../../platform/database/query-rows.js';

/** An entry that reverses another, with that other where it is there. */
export interface ReversalPair {
  readonly reversal: Reversal;
  readonly original: ReversedContent | undefined;
}

type PairRow = Reversal & {
  readonly originalSequence: number | null;
  readonly originalPosition: bigint | null;
  readonly originalPartyId: number;
  readonly originalRegionDigits: bigint;
  readonly originalAccounts: readonly number[];
  readonly originalAmounts: readonly bigint[];
};

// Outer joins: what somebody slipped in without its batch, or took away, is to be seen too.
const PAIRS = `
  select reversal.batch_id as "batchId", reversal.sequence, own.position,
         reversal.party_id as "partyId", reversal.region_digits as "regionDigits",
         reversal.accounts, reversal.amounts,
         reversal.reverses_batch_id as "reversesBatchId", reversal.reverses_sequence as "reversesSequence",
         original.sequence as "originalSequence", origin.position as "originalPosition",
         original.party_id as "originalPartyId", original.region_digits as "originalRegionDigits",
         original.accounts as "originalAccounts", original.amounts as "originalAmounts"
  from ledger.entry reversal
  left join ledger.batch own on own.id = reversal.batch_id
  left join ledger.entry original
    on (original.batch_id, original.sequence) = (reversal.reverses_batch_id, reversal.reverses_sequence)
  left join ledger.batch origin on origin.id = original.batch_id
  where reversal.reverses_batch_id is not null
  order by reversal.reverses_batch_id, reversal.reverses_sequence, own.position, reversal.sequence`;

@Injectable()
export class LedgerReversalsRepository {
  /** Every entry that reverses another, in the order of what they name. Call it inside one transaction. */
  async *pairs(tx: Queryable): AsyncGenerator<ReversalPair> {
    for await (const row of cursorRows<PairRow>(tx, PAIRS))
      yield { reversal: row, original: originalOf(row) };
  }
}

function originalOf(row: PairRow): ReversedContent | undefined {
  if (row.originalSequence === null) return undefined;
  return {
    batchId: row.reversesBatchId ?? 0,
    sequence: row.originalSequence,
    position: row.originalPosition,
    partyId: row.originalPartyId,
    regionDigits: row.originalRegionDigits,
    accounts: row.originalAccounts,
    amounts: row.originalAmounts,
  };
}

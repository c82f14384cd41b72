import { batchKinds, journalEntry, type JournalBatch } from '../ledger/journal.js';
import { formatMonth, type ServiceMonth } from '../shared/service-month.js';
import type { PlainDate } from '../shared/plain-date.js';
import type { LineMove } from './line-moves.js';

/** What lines settle among themselves of one kader, month and component. */
export interface LineTransfer {
  readonly kaderId: number;
  /** Kemendagri code of the nagari she served in. */
  readonly regionCode: string;
  readonly month: ServiceMonth;
  readonly component: string;
  readonly moves: readonly LineMove[];
}

interface TransferHeading {
  readonly on: PlainDate;
  readonly idempotencyKey: string;
  /** Of a year that is closed: what its lines spent stays as it was reported. */
  readonly isOfClosedYear: boolean;
  /** The payable of each budget line, by its id. */
  readonly payableOf: (sourceId: number) => number;
}

/**
 * The journal of honor that another line bears: what the one paid too much and the other one owes her cancel out, one
 * entry a kader, month and component. No cash moves. It recovers for the one line what it paid for the other, so both
 * count it as spent or given back; in a closed year it settles what is owed, as debt handed on does.
 */
export function lineTransferBatch(
  transfers: readonly LineTransfer[],
  heading: TransferHeading,
): JournalBatch {
  const { on: effectiveOn, idempotencyKey, isOfClosedYear, payableOf } = heading;
  return {
    kind: isOfClosedYear ? batchKinds.accrual : batchKinds.recovery,
    effectiveOn,
    idempotencyKey,
    entries: transfers.map(({ kaderId: partyId, regionCode, month, component, moves }) => {
      const lines = moves.flatMap(({ fromSourceId, toSourceId, amount }) => [
        { accountId: payableOf(toSourceId), amount },
        { accountId: payableOf(fromSourceId), amount: -amount },
      ]);
      const memo = `Pindah sumber dana ${component} ${formatMonth(month)}`;
      return journalEntry({ partyId, regionCode, lines, memo });
    }),
  };
}

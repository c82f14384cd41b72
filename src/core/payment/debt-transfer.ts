import { batchKinds, journalEntry, type JournalBatch } from '../ledger/journal.js';
import type { PlainDate } from '../shared/plain-date.js';
import { groupBy } from '../shared/group-by.js';
import type { Rupiah } from '../shared/rupiah.js';

/** What a line of a closed year owes a kader and a later line pays. */
export interface DebtShare {
  readonly kaderId: number;
  readonly regionCode: string;
  /** The payable of the line that owes it. */
  readonly payableAccountId: number;
  readonly amount: Rupiah;
}

export interface TransferHeading {
  readonly requestNumber: string;
  /** The payable of the line that pays. */
  readonly toAccountId: number;
  readonly on: PlainDate;
  readonly idempotencyKey: string;
}

/**
 * The journal that hands debt of a closed year to the line that pays it, one entry a kader: the old payable is
 * settled, the new one owes. Its expense stays in the year it was earned in; the payment that follows spends the
 * new line.
 */
export function debtTransferBatch(shares: readonly DebtShare[], heading: TransferHeading): JournalBatch {
  return transfer(shares, heading, 1n, 'Utang tahun lalu dialihkan');
}

/** The bank returned the money: the line of the closed year owes it again. */
export function debtReturnBatch(shares: readonly DebtShare[], heading: TransferHeading): JournalBatch {
  return transfer(shares, heading, -1n, 'Utang tahun lalu dikembalikan');
}

function transfer(
  shares: readonly DebtShare[],
  { requestNumber, toAccountId, on, idempotencyKey }: TransferHeading,
  sign: 1n | -1n,
  what: string,
): JournalBatch {
  const memo = `${what}, SPP ${requestNumber}`;
  const entries = [...groupBy(shares, ({ kaderId }) => kaderId)].map(([partyId, ofKader]) => {
    const lines = ofKader.flatMap(({ payableAccountId, amount }) => [
      { accountId: payableAccountId, amount: sign * amount },
      { accountId: toAccountId, amount: -sign * amount },
    ]);
    return journalEntry({ partyId, regionCode: ofKader[0].regionCode, lines, memo });
  });
  return { kind: batchKinds.accrual, effectiveOn: on, idempotencyKey, entries };
}

import { paymentEntry, reversalEntry, type SourceAccounts } from '../ledger/journals-of-honor.js';
import { batchKinds, journalEntry, type JournalBatch, type JournalEntry } from '../ledger/journal.js';
import type { PlainDate } from '../shared/plain-date.js';
import type { Rupiah } from '../shared/rupiah.js';

/** Money that goes another way: tax withheld from cash, or a premium that a body owes for her. */
export interface Deducted {
  /** The cash it does not leave, or the expense it is. */
  readonly debitAccountId: number;
  /** What is owed to the treasury or to BPJS from now on. */
  readonly creditAccountId: number;
  readonly amount: Rupiah;
}

/** The honor of one kader out of one request, with the budget lines that carry it gross. */
export interface PaidDisbursement {
  readonly kaderId: number;
  readonly regionCode: string;
  readonly reference: string;
  readonly shares: readonly (SourceAccounts & { readonly amount: Rupiah })[];
  readonly deducted: readonly Deducted[];
}

export interface PaymentHeading {
  readonly requestNumber: string;
  readonly cashAccountId: number;
  readonly on: PlainDate;
  readonly idempotencyKey: string;
}

/**
 * The journal of a release: one entry a disbursement. Each budget line's payable is settled by its gross share;
 * cash leaves net, and what was withheld is owed on. Tax is not split by budget line: it is one of the payer.
 */
export function paymentBatch(
  disbursements: readonly PaidDisbursement[],
  heading: PaymentHeading,
): JournalBatch {
  return {
    kind: batchKinds.payment,
    effectiveOn: heading.on,
    idempotencyKey: heading.idempotencyKey,
    entries: disbursements.map((disbursement) => paymentOf(disbursement, heading)),
  };
}

/** The journal of money that the bank returned: the mirror of each payment, which it names. */
export function returnBatch(
  returned: readonly (PaidDisbursement & {
    readonly entry: { readonly batchId: number; readonly sequence: number };
  })[],
  heading: PaymentHeading,
): JournalBatch {
  return {
    kind: batchKinds.return,
    effectiveOn: heading.on,
    idempotencyKey: heading.idempotencyKey,
    entries: returned.map((disbursement) =>
      reversalEntry(
        paymentOf(disbursement, heading),
        disbursement.entry,
        `Retur ${disbursement.reference} SPP ${heading.requestNumber}`,
      ),
    ),
  };
}

function paymentOf(disbursement: PaidDisbursement, heading: PaymentHeading): JournalEntry {
  const memo = `Pembayaran ${disbursement.reference} SPP ${heading.requestNumber}`;
  const { kaderId: partyId, regionCode, shares, deducted } = disbursement;
  const gross = paymentEntry({ partyId, regionCode, memo }, shares, heading.cashAccountId);
  const elsewhere = deducted.flatMap(({ debitAccountId, creditAccountId, amount }) => [
    { accountId: debitAccountId, amount },
    { accountId: creditAccountId, amount: -amount },
  ]);
  return journalEntry({ ...gross, lines: [...gross.lines, ...elsewhere] });
}

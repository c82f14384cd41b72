import { paymentEntry, reversalEntry, type SourceAccounts } from '../ledger/journals-of-honor.js';
import { batchKinds, type JournalBatch, type JournalEntry } from '../ledger/journal.js';
import type { PlainDate } from '../shared/plain-date.js';
import type { Rupiah } from '../shared/rupiah.js';

/** Net money to one kader out of one request, with the budget lines that carry it. */
export interface PaidDisbursement {
  readonly kaderId: number;
  readonly regionCode: string;
  readonly reference: string;
  readonly shares: readonly (SourceAccounts & { readonly amount: Rupiah })[];
}

export interface PaymentHeading {
  readonly requestNumber: string;
  readonly cashAccountId: number;
  readonly on: PlainDate;
  readonly idempotencyKey: string;
}

/** The journal of a release: one entry a disbursement, payable against the paying body's cash. */
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
  const { kaderId: partyId, regionCode, shares } = disbursement;
  return paymentEntry({ partyId, regionCode, memo }, shares, heading.cashAccountId);
}

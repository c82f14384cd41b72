import {
  batchKinds,
  journalEntry,
  NO_PARTY,
  type JournalBatch,
  type JournalEntry,
} from '../ledger/journal.js';
import { reversalEntry } from '../ledger/journals-of-honor.js';
import type { PlainDate } from '../shared/plain-date.js';
import type { Receipt } from './plan-receipt.js';

/** Where the cash of a budget line is booked. */
export interface CashAccounts {
  /** `13.10.04.2001/DDS/2026`. */
  readonly key: string;
  /** Kemendagri code of the region of the paying body. */
  readonly regionCode: string;
  readonly cashAccountId: number;
  readonly incomeAccountId: number;
}

/** The journal of a tranche: cash of the paying body against the income of the budget line. */
export function receiptBatch(accounts: CashAccounts, receipt: Receipt, idempotencyKey: string): JournalBatch {
  const { on: effectiveOn } = receipt;
  const entries = [receiptEntry(accounts, receipt)];
  return { kind: batchKinds.receipt, effectiveOn, idempotencyKey, entries };
}

/** The journal that undoes a tranche which was recorded wrongly: its mirror, on the day of undoing. */
export function retractionBatch(
  accounts: CashAccounts,
  receipt: Receipt & { readonly batchId: number },
  undoing: { readonly on: PlainDate; readonly reason: string; readonly idempotencyKey: string },
): JournalBatch {
  const memo = `Pembatalan penerimaan ${accounts.key}, ${receipt.reference}: ${undoing.reason}`;
  const place = { batchId: receipt.batchId, sequence: 1 };
  return {
    kind: batchKinds.reversal,
    effectiveOn: undoing.on,
    idempotencyKey: undoing.idempotencyKey,
    entries: [reversalEntry(receiptEntry(accounts, receipt), place, memo)],
  };
}

function receiptEntry(accounts: CashAccounts, { amount, reference, note }: Receipt): JournalEntry {
  const { key, regionCode, cashAccountId, incomeAccountId } = accounts;
  const lines = [
    { accountId: cashAccountId, amount },
    { accountId: incomeAccountId, amount: -amount },
  ];
  const explained = note === null ? '' : ` (${note})`;
  const memo = `Penerimaan ${key}, ${reference}${explained}`;
  return journalEntry({ partyId: NO_PARTY, regionCode, lines, memo });
}

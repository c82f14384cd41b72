import { batchKinds, journalEntry, type JournalBatch } from '../ledger/journal.js';
import type { PlainDate } from '../shared/plain-date.js';
import { sumRupiah, type Rupiah } from '../shared/rupiah.js';

/** Cash that a kader gave back. */
export interface Recovery {
  readonly caseNumber: string;
  readonly kaderId: number;
  /** Kemendagri code of the nagari she served in. */
  readonly regionCode: string;
  readonly cashAccountId: number;
  readonly receipt: string;
  readonly on: PlainDate;
  /** What each budget line gets back; amounts above zero. */
  readonly lines: readonly { readonly payableAccountId: number; readonly amount: Rupiah }[];
}

/** The journal of cash given back: the payer's cash against what the lines had paid her too much. */
export function recoveryBatch(recovery: Recovery, idempotencyKey: string): JournalBatch {
  const { caseNumber, kaderId: partyId, regionCode, cashAccountId, receipt, on, lines } = recovery;
  const memo = `Pengembalian kelebihan bayar ${caseNumber}, kuitansi ${receipt}`;
  const credits = lines.map(({ payableAccountId: accountId, amount }) => ({ accountId, amount: -amount }));
  const debit = { accountId: cashAccountId, amount: sumRupiah(lines.map(({ amount }) => amount)) };
  const entry = journalEntry({ partyId, regionCode, memo, lines: [debit, ...credits] });
  return { kind: batchKinds.recovery, effectiveOn: on, idempotencyKey, entries: [entry] };
}

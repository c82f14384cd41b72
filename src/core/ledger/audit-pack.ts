import type { AccountTotals, SealedBatch, SealedEntry } from './chain-hash.js';
import type { StoredClosing } from './verify-periods.js';

/** An account as the pack lists it. */
interface PackAccount {
  readonly id: number;
  readonly type: string;
  readonly code: string;
}

/** What cannot be written (a value that only tampering leaves) stays empty; the verifier names it. */
type Cell = string | number | bigint | Uint8Array | null;

const BATCH_COLUMNS = [
  'position',
  'batch',
  'kind',
  'effective_on',
  'period',
  'idempotency_key',
  'request_hash',
  'recorded_at_microseconds',
  'actor',
  'entry_count',
  'debit_total',
  'root',
  'previous_hash',
  'hash',
];

const ENTRY_COLUMNS = [
  'batch',
  'sequence',
  'kind',
  'party',
  'region_digits',
  'reversed_batch',
  'reversed_sequence',
  'accounts',
  'amounts',
  'memo',
  'hash',
];

/** The heading row of each CSV file of an audit pack; their meaning: README.md in this folder. */
export const packHeadings = {
  accounts: csvRow(['account', 'type', 'code']),
  batches: csvRow(BATCH_COLUMNS),
  entries: csvRow(ENTRY_COLUMNS),
  totals: csvRow(['batch', 'account', 'debit', 'credit']),
  closings: csvRow(['batch', 'reason', 'requested_by', 'balance_hash']),
} as const;

export function accountRow({ id, type, code }: PackAccount): string {
  return csvRow([id, type, code]);
}

/** One stored batch, sealed or not: nothing that is stored is left out of a pack. */
export function batchRow(batch: SealedBatch): string {
  const { position, id, kind, effectiveOn, period, idempotencyKey, requestHash, actor } = batch;
  const heading = [position, id, kind, effectiveOn, period, idempotencyKey, requestHash];
  const { recordedAtMicroseconds, entryCount, debitTotal, root, previousHash, hash } = batch;
  return csvRow([
    ...heading,
    recordedAtMicroseconds,
    actor,
    entryCount,
    debitTotal,
    root,
    previousHash,
    hash,
  ]);
}

/** One stored entry; its lines are two lists, parted by spaces, in the order in which they are hashed. */
export function entryRow(entry: SealedEntry): string {
  const { batchId, sequence, kind, partyId, regionDigits, reversesBatchId, reversesSequence } = entry;
  const about = [batchId, sequence, kind, partyId, regionDigits, reversesBatchId, reversesSequence];
  const lists = [entry.accounts.map(String).join(' '), entry.amounts.map(String).join(' ')];
  return csvRow([...about, ...lists, entry.memo, entry.hash]);
}

export function totalsRow(batchId: number, { accountId, debit, credit }: AccountTotals): string {
  return csvRow([batchId, accountId, debit, credit]);
}

export function closingRow(batchId: number, { reason, requestedBy, balanceHash }: StoredClosing): string {
  return csvRow([batchId, reason, requestedBy, balanceHash]);
}

/** One row of CSV as RFC 4180 has it, but ended by a line feed alone. */
function csvRow(cells: readonly Cell[]): string {
  return `${cells.map(cellText).join()}\n`;
}

function cellText(cell: Cell): string {
  if (cell === null) return '';
  if (cell instanceof Uint8Array) return hex(cell);
  const text = String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

const OCTETS = Array.from({ length: 256 }, (_, octet) => octet.toString(16).padStart(2, '0'));

function hex(bytes: Uint8Array): string {
  let text = '';
  for (const octet of bytes) text += OCTETS[octet] ?? '';
  return text;
}

import { invariant } from '../../shared/invariant.js';
import type { PlainDate } from '../../shared/plain-date.js';
import { sumRupiah, type Rupiah } from '../../shared/rupiah.js';
import type { JournalAccount, JournalEntry } from './journal-entry.js';
import { isAccountName, journalMemo } from './journal-text.js';

const TAGS = ['kader', 'batch', 'leaf', 'type'] as const;
const PRINTED_LEAF = 16;

/**
 * The books as text that both hledger and ledger-cli accept at their strictest, a piece an entry, so that a
 * whole country's fits in little memory. Entries must come in date order, since ledger-cli checks the closing
 * assertions in file order and hledger in date order.
 */
export function* journalLines(
  accounts: Iterable<JournalAccount>,
  entries: Iterable<JournalEntry>,
): Generator<string> {
  const balances = new Map<string, Rupiah>();
  yield '; Buku besar honor kader, untuk hledger dan ledger-cli. Jumlah dalam rupiah utuh.\ncommodity IDR\n';
  for (const account of accounts) {
    invariant(isAccountName(account.code), `${account.code} is an account name`);
    balances.set(account.code, 0n);
    // On its own line: ledger-cli takes a comment on the same line for part of the name.
    yield `account ${account.code}\n    ; type: ${account.type}\n`;
  }
  yield `${TAGS.map((tag) => `tag ${tag}`).join('\n')}\n`;
  let last: PlainDate | undefined;
  for (const entry of entries) {
    invariant(last === undefined || entry.date >= last, `entry ${codeOf(entry)} comes in date order`);
    last = entry.date;
    yield entryText(entry, balances);
  }
  if (last !== undefined) yield* assertions(balances, last);
}

function entryText(entry: JournalEntry, balances: Map<string, Rupiah>): string {
  invariant(sumRupiah(entry.lines.map(({ amount }) => amount)) === 0n, `entry ${codeOf(entry)} balances`);
  const lines = entry.lines.map(({ account, amount }) => {
    const balance = balances.get(account);
    invariant(balance !== undefined, `account ${account} of ${codeOf(entry)} is declared`);
    balances.set(account, balance + amount);
    return posting(account, amount);
  });
  return [
    `\n${entry.date} * (${codeOf(entry)}) ${journalMemo(entry.memo)}`,
    `    ; kader: ${String(entry.partyId)}`,
    `    ; batch: ${String(entry.batch)}`,
    `    ; leaf: ${leafOf(entry)}`,
    ...lines,
    '',
  ].join('\n');
}

/** What each account must hold at the end; a reader that reaches another balance refuses the file. */
function* assertions(balances: Map<string, Rupiah>, date: PlainDate): Generator<string> {
  for (const [account, balance] of balances) {
    yield `\n${date} * saldo akhir\n${posting(account, 0n)} = ${balance.toString()} IDR\n`;
  }
}

function posting(account: string, amount: Rupiah): string {
  return `    ${account}  ${amount.toString()} IDR`;
}

function codeOf({ batch, sequence }: JournalEntry): string {
  return `B${String(batch)}-${String(sequence)}`;
}

function leafOf({ leaf }: JournalEntry): string {
  invariant(/^[0-9a-f]{16,}$/.test(leaf), `leaf ${leaf} is a hash in hex`);
  return leaf.slice(0, PRINTED_LEAF);
}

import { invariant } from '../../shared/invariant.js';
import type { PlainDate } from '../../shared/plain-date.js';
import type { Rupiah } from '../../shared/rupiah.js';
import type { JournalAccount, JournalEntry } from './journal-entry.js';
import type { JournalWriter } from './journal-writer.js';
import { isAccountName, journalMemo, printedLeaf } from './journal-text.js';
import { entryCode, RunningBalances } from './running-balances.js';

const TAGS = ['kader', 'batch', 'leaf', 'type'] as const;

/**
 * The books as text that both hledger and ledger-cli accept at their strictest, a piece an entry, so that a
 * whole country's fits in little memory. Entries must come in date order, since ledger-cli checks the closing
 * assertions in file order and hledger in date order.
 */
export function journalLines(accounts: readonly JournalAccount[]): JournalWriter {
  const balances = new RunningBalances();
  return {
    opening: () => opening(accounts, balances),
    entry: (entry) => {
      balances.post(entry);
      return [entryText(entry)];
    },
    closing: () => (balances.lastDay === undefined ? [] : assertions(balances, balances.lastDay)),
  };
}

function* opening(accounts: readonly JournalAccount[], balances: RunningBalances): Generator<string> {
  yield '; Buku besar honor kader, untuk hledger dan ledger-cli. Jumlah dalam rupiah utuh.\ncommodity IDR\n';
  for (const account of accounts) {
    invariant(isAccountName(account.code), `${account.code} is an account name`);
    balances.declare(account.code);
    // On its own line: ledger-cli takes a comment on the same line for part of the name.
    yield `account ${account.code}\n    ; type: ${account.type}\n`;
  }
  yield `${TAGS.map((tag) => `tag ${tag}`).join('\n')}\n`;
}

function entryText(entry: JournalEntry): string {
  return [
    `\n${entry.date} * (${entryCode(entry)}) ${journalMemo(entry.memo)}`,
    `    ; kader: ${String(entry.partyId)}`,
    `    ; batch: ${String(entry.batch)}`,
    `    ; leaf: ${printedLeaf(entry.leaf)}`,
    ...entry.lines.map(({ account, amount }) => posting(account, amount)),
    '',
  ].join('\n');
}

/** What each account must hold at the end; a reader that reaches another balance refuses the file. */
function* assertions(balances: RunningBalances, date: PlainDate): Generator<string> {
  for (const [account, balance] of balances.all()) {
    yield `\n${date} * saldo akhir\n${posting(account, 0n)} = ${balance.toString()} IDR\n`;
  }
}

function posting(account: string, amount: Rupiah): string {
  return `    ${account}  ${amount.toString()} IDR`;
}

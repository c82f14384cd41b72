import { invariant } from '../../shared/invariant.js';
import { addDays, type PlainDate } from '../../shared/plain-date.js';
import type { JournalAccount, JournalEntry } from './journal-entry.js';
import type { JournalWriter } from './journal-writer.js';
import { beancountText, isBeancountAccount, journalMemo, printedLeaf } from './journal-text.js';
import { entryCode, RunningBalances } from './running-balances.js';

const TITLE =
  '; Buku besar honor kader, untuk beancount. Jumlah dalam rupiah utuh.\noption "operating_currency" "IDR"\n';

/**
 * The books as text for beancount, a piece an entry. Accounts are opened on the day of the first entry; what
 * each must hold is asserted on the day after the last, since beancount asserts the start of a day. Entries
 * must come in date order.
 */
export function beancountLines(accounts: readonly JournalAccount[]): JournalWriter {
  const balances = new RunningBalances();
  return {
    opening: () => {
      for (const { code } of accounts) {
        invariant(isBeancountAccount(code), `${code} is an account name`);
        balances.declare(code);
      }
      return [TITLE];
    },
    entry: (entry) => withOpenings(entry, balances),
    closing: () => (balances.lastDay === undefined ? [] : assertions(balances, addDays(balances.lastDay, 1))),
  };
}

function* withOpenings(entry: JournalEntry, balances: RunningBalances): Generator<string> {
  if (balances.lastDay === undefined) yield* openings(balances, entry.date);
  balances.post(entry);
  yield entryText(entry);
}

function* openings(balances: RunningBalances, day: PlainDate): Generator<string> {
  yield `${day} commodity IDR\n`;
  for (const [account] of balances.all()) yield `${day} open ${account} IDR\n`;
}

function entryText(entry: JournalEntry): string {
  return [
    `\n${entry.date} * "${beancountText(journalMemo(entry.memo))}" ^${entryCode(entry)}`,
    `  kader: "${String(entry.partyId)}"`,
    `  batch: ${String(entry.batch)}`,
    `  leaf: "${printedLeaf(entry.leaf)}"`,
    ...entry.lines.map(({ account, amount }) => `  ${account}  ${amount.toString()} IDR`),
    '',
  ].join('\n');
}

function* assertions(balances: RunningBalances, day: PlainDate): Generator<string> {
  yield '\n';
  for (const [account, balance] of balances.all()) {
    yield `${day} balance ${account}  ${balance.toString()} IDR\n`;
  }
}

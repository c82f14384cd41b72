import { invariant } from '../../shared/invariant.js';
import type { PlainDate } from '../../shared/plain-date.js';
import { sumRupiah, type Rupiah } from '../../shared/rupiah.js';
import type { JournalEntry } from './journal-entry.js';

/**
 * What each account holds while entries are written one by one: the closing assertions of a journal, by which
 * a program that reads it finds out that it reads other balances than ours.
 */
export class RunningBalances {
  private readonly balances = new Map<string, Rupiah>();
  private latest: PlainDate | undefined;

  /** The day of the last entry; undefined before the first. */
  get lastDay(): PlainDate | undefined {
    return this.latest;
  }

  declare(account: string): void {
    this.balances.set(account, 0n);
  }

  /** @throws when the entry does not balance, comes out of date order or names an account nobody declared */
  post(entry: JournalEntry): void {
    const code = entryCode(entry);
    invariant(this.latest === undefined || entry.date >= this.latest, `entry ${code} comes in date order`);
    invariant(sumRupiah(entry.lines.map(({ amount }) => amount)) === 0n, `entry ${code} balances`);
    this.latest = entry.date;
    for (const { account, amount } of entry.lines) {
      const balance = this.balances.get(account);
      invariant(balance !== undefined, `account ${account} of ${code} is declared`);
      this.balances.set(account, balance + amount);
    }
  }

  /** Accounts in the order in which they were declared. */
  all(): Iterable<readonly [account: string, balance: Rupiah]> {
    return this.balances;
  }
}

/** "B12-1": batch and place in it. */
export function entryCode({ batch, sequence }: JournalEntry): string {
  return `B${String(batch)}-${String(sequence)}`;
}

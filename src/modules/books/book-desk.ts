import { Injectable } from '@nestjs/common';
import type { BookAccount } from '../../core/books/trial-balance.js';
import { DomainError } from '../../core/shared/domain-error.js';
import { monthOf, type ServiceMonth } from '../../core/shared/service-month.js';
import { Clock } from '../../platform/clock.js';
import type { Queryable } from '../../platform/database/query-rows.js';
import { today } from '../../platform/today.js';
import { BooksRepository, type ChainPlace } from './books.repository.js';

/** Where in the chain a book is drawn. */
export interface BookPlace extends ChainPlace {
  /** Asked for by its number: then nothing but that number decides what the book says. */
  readonly isPinned: boolean;
}

/** Accounts of the ledger as books ask for them. */
export interface BookAccounts {
  readonly all: readonly BookAccount[];
  readonly isCash: (accountId: number) => boolean;
  readonly cashIds: readonly number[];
  readonly isHonorPayable: (accountId: number) => boolean;
}

/** What every book asks first: where in the chain it stands, and whether there can be such a book at all. */
@Injectable()
export class BookDesk {
  constructor(
    private readonly repository: BooksRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * @param position undefined for the end of the chain
   * @throws DomainError when nothing is posted yet or the chain does not reach that far
   */
  async place(database: Queryable, position: bigint | undefined): Promise<BookPlace> {
    const last = await this.repository.lastPosition(database);
    if (last === 0n) throw new DomainError('missing', 'book.nothing-posted', {});
    if (position !== undefined && position > last) {
      const facts = { position: String(position), last: String(last) };
      throw new DomainError('missing', 'book.position-beyond-chain', facts);
    }
    const place = await this.repository.place(database, position ?? last);
    return { ...place, isPinned: position !== undefined };
  }

  /** @throws DomainError for a month that had not begun there: an empty book of it would look as if nothing happened */
  requireBegun(month: ServiceMonth, { isPinned, recordedMonth, lastPeriod }: BookPlace): void {
    const known = isPinned ? recordedMonth : monthOf(today(this.clock));
    const last = lastPeriod > known ? lastPeriod : known;
    if (month > last) throw new DomainError('missing', 'book.month-not-begun', { month, last });
  }

  /**
   * The accounts of a paying body that anything was posted to by then: one made later is not in an earlier book.
   *
   * @throws DomainError when there is none, or the month is before the first posting
   */
  async accountsOf(
    database: Queryable,
    payer: string,
    { position }: BookPlace,
    month?: ServiceMonth,
  ): Promise<BookAccount[]> {
    const part = accountPart(payer);
    const own = (await this.repository.accounts(database)).filter(({ code }) =>
      code.split(':').includes(part),
    );
    const totals = await this.repository.periodTotals(
      database,
      own.map(({ id }) => id),
      position,
    );
    const first = totals.map(({ period }) => period).sort()[0];
    if (first === undefined) {
      const facts = { payer, position: String(position) };
      throw new DomainError('missing', 'book.payer-without-entries', facts);
    }
    if (month !== undefined && month < first) {
      throw new DomainError('missing', 'book.month-before-books', { payer, first, month });
    }
    const posted = new Set(totals.map(({ accountId }) => accountId));
    return own.filter(({ id }) => posted.has(id));
  }

  async accounts(database: Queryable): Promise<BookAccounts> {
    const all = await this.repository.accounts(database);
    const cashIds = idsUnder(all, 'Assets:Cash:');
    const [cash, payable] = [new Set(cashIds), new Set(idsUnder(all, 'Liabilities:HonorPayable:'))];
    return { all, cashIds, isCash: (id) => cash.has(id), isHonorPayable: (id) => payable.has(id) };
  }
}

/** A paying body's code as it stands in the codes of its accounts. */
export function accountPart(payer: string): string {
  return payer.replaceAll('.', '-');
}

function idsUnder(accounts: readonly BookAccount[], prefix: string): number[] {
  return accounts.filter(({ code }) => code.startsWith(prefix)).map(({ id }) => id);
}

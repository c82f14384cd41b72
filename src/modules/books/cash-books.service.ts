import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { bankBook, generalCashBook, type CashBook, type CashBookFacts } from '../../core/books/cash-book.js';
import { closingSheet, type ClosingSheet } from '../../core/books/closing-sheet.js';
import type { BookHeading } from '../../core/books/paper/book-paper.js';
import { bankBookSheet, generalCashBookSheet } from '../../core/books/paper/cash-book-sheet.js';
import { closingRegisterSheet } from '../../core/books/paper/closing-register-sheet.js';
import { taxBookSheet } from '../../core/books/paper/tax-book-sheet.js';
import { taxBook, withheldKind, type TaxBook } from '../../core/books/tax-book.js';
import type { BookAccount } from '../../core/books/trial-balance.js';
import type { PrintSheet } from '../../core/formats/print-sheet.js';
import { invariant } from '../../core/shared/invariant.js';
import { lastDayOf, type ServiceMonth } from '../../core/shared/service-month.js';
import type { Tx } from '../../platform/database/transaction.js';
import { accountPart, BookDesk, type BookPlace } from './book-desk.js';
import { BookHeadings } from './book-headings.js';
import { BooksRepository } from './books.repository.js';
import { BudgetLinesRepository } from './budget-lines.repository.js';
import { drawnBook, type DrawnBook } from './drawn-book.js';

/** Whose book of which month. */
export interface MonthlyBookWish {
  /** Code of the paying body. */
  readonly payer: string;
  readonly month: ServiceMonth;
  /** In the chain; undefined for its end. */
  readonly position?: bigint | undefined;
}

interface Desk {
  readonly tx: Tx;
  readonly wish: MonthlyBookWish;
  readonly place: BookPlace;
  readonly heading: BookHeading;
  readonly accounts: readonly BookAccount[];
  readonly cashAccountId: number;
}

/**
 * The monthly books of one paying body's money. Every one is refused, rather than drawn empty, for a payer that
 * is not known, a month without books and a position beyond the chain.
 */
@Injectable()
export class CashBooksService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly repository: BooksRepository,
    private readonly budgetLines: BudgetLinesRepository,
    private readonly desk: BookDesk,
    private readonly headings: BookHeadings,
  ) {}

  /** Buku Kas Umum. */
  general(wish: MonthlyBookWish): Promise<DrawnBook<CashBook>> {
    return this.drawCash(wish, generalCashBook, generalCashBookSheet);
  }

  bank(wish: MonthlyBookWish): Promise<DrawnBook<CashBook>> {
    return this.drawCash(wish, bankBook, bankBookSheet);
  }

  /** Buku Pembantu Pajak; of a payer who never withheld anything it is empty and says so. */
  tax(wish: MonthlyBookWish): Promise<DrawnBook<TaxBook>> {
    return this.atDesk(wish, async ({ tx, place, heading, accounts }) => {
      const withheld = accounts.flatMap(({ id, code }) => {
        const kind = withheldKind(code, accountPart(wish.payer));
        return kind === undefined ? [] : [{ accountId: id, kind }];
      });
      const ids = withheld.map(({ accountId }) => accountId);
      const book = taxBook({
        month: wish.month,
        accounts: withheld,
        totals: await this.repository.periodTotals(tx, ids, place.position),
        entries: await this.repository.entriesOf(tx, ids, wish.month, place.position),
      });
      return drawnBook(place, book, taxBookSheet(heading, book));
    });
  }

  /** Register Penutupan Kas. @throws DomainError `book.does-not-tie` when entries and sealed totals disagree */
  closing(wish: MonthlyBookWish): Promise<DrawnBook<ClosingSheet>> {
    return this.atDesk(wish, async (desk) => {
      const facts = await this.cashFacts(desk);
      const books = { general: generalCashBook(facts), bank: bankBook(facts) };
      const cash = (await this.repository.accounts(desk.tx)).find(({ id }) => id === desk.cashAccountId);
      invariant(cash !== undefined, 'a paying body has its cash account');
      const sheet = closingSheet(books, cash, facts.totals);
      return drawnBook(desk.place, sheet, closingRegisterSheet(desk.heading, sheet));
    });
  }

  private drawCash(
    wish: MonthlyBookWish,
    bookOf: (facts: CashBookFacts) => CashBook,
    sheetOf: (heading: BookHeading, book: CashBook) => PrintSheet,
  ): Promise<DrawnBook<CashBook>> {
    return this.atDesk(wish, async (desk) => {
      const book = bookOf(await this.cashFacts(desk));
      return drawnBook(desk.place, book, sheetOf(desk.heading, book));
    });
  }

  private atDesk<Data>(
    wish: MonthlyBookWish,
    draw: (desk: Desk) => Promise<DrawnBook<Data>>,
  ): Promise<DrawnBook<Data>> {
    return this.dataSource.transaction('REPEATABLE READ', async (tx) => {
      const body = await this.headings.requirePayer(tx, wish.payer);
      const place = await this.desk.place(tx, wish.position);
      this.desk.requireBegun(wish.month, place);
      const accounts = await this.desk.accountsOf(tx, wish.payer, place, wish.month);
      const heading = await this.headings.ofPayer(tx, body, place, lastDayOf(wish.month));
      return draw({ tx, wish, place, heading, accounts, cashAccountId: body.cashAccountId });
    });
  }

  private async cashFacts({ tx, wish, place, cashAccountId }: Desk): Promise<CashBookFacts> {
    const codes = await this.budgetCodes(tx);
    return {
      month: wish.month,
      cashAccountId,
      totals: await this.repository.periodTotals(tx, [cashAccountId], place.position),
      entries: await this.repository.entriesOf(tx, [cashAccountId], wish.month, place.position),
      codeOf: (accountId) => {
        const code = codes.get(accountId);
        invariant(code !== undefined, `account ${String(accountId)} has a code`);
        return code;
      },
    };
  }

  /** What an account is called in the budget; one outside the budget goes by the end of its own code. */
  private async budgetCodes(tx: Tx): Promise<Map<number, string>> {
    const accounts = await this.repository.accounts(tx);
    const codes = new Map(accounts.map(({ id, code }) => [id, code.split(':').at(-1) ?? '']));
    for (const line of await this.budgetLines.lines(tx)) {
      const code = `${line.activityCode} / ${line.accountCode}`;
      codes.set(line.expenseAccountId, code).set(line.payableAccountId, code);
    }
    return codes;
  }
}

import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { activityBook, type ActivityBook } from '../../core/books/activity-book.js';
import type { BudgetLine } from '../../core/books/budget-line.js';
import { activityBookSheet } from '../../core/books/paper/activity-book-sheet.js';
import { realisationSheet } from '../../core/books/paper/realisation-sheet.js';
import { realisation, type Realisation } from '../../core/books/realisation.js';
import { DomainError } from '../../core/shared/domain-error.js';
import { fiscalYearOf, formatMonth, lastDayOf, type ServiceMonth } from '../../core/shared/service-month.js';
import type { Tx } from '../../platform/database/transaction.js';
import { BookDesk, type BookPlace } from './book-desk.js';
import { BookHeadings } from './book-headings.js';
import { BooksRepository } from './books.repository.js';
import { BudgetLinesRepository } from './budget-lines.repository.js';
import type { MonthlyBookWish } from './cash-books.service.js';
import { drawnBook, type DrawnBook } from './drawn-book.js';

export interface RealisationWish {
  readonly year: number;
  /** Code of a paying body; all when left out. */
  readonly payer?: string | undefined;
  /** The last month counted; everything so far when left out. */
  readonly until?: ServiceMonth | undefined;
  readonly position?: bigint | undefined;
}

/**
 * Books that hold the ledger against the budget. Ceilings and reservations are not in the chain but in moves as
 * append-only as it: at a position they are what the moves added up to when that batch was recorded.
 */
@Injectable()
export class BudgetBooksService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly repository: BooksRepository,
    private readonly budgetLines: BudgetLinesRepository,
    private readonly desk: BookDesk,
    private readonly headings: BookHeadings,
  ) {}

  /** Buku Pembantu Kegiatan of a paying body. */
  activity(wish: MonthlyBookWish): Promise<DrawnBook<ActivityBook>> {
    return this.dataSource.transaction('REPEATABLE READ', async (tx) => {
      const body = await this.headings.requirePayer(tx, wish.payer);
      const place = await this.desk.place(tx, wish.position);
      this.desk.requireBegun(wish.month, place);
      await this.desk.accountsOf(tx, wish.payer, place, wish.month);
      const own = (await this.linesAt(tx, place)).filter(({ payer }) => payer === wish.payer);
      const entries = await this.repository.entriesOf(tx, accountIds(own), wish.month, place.position);
      const touched = new Set(entries.flatMap((entry) => entry.accounts));
      const lines = own.filter(
        (line) =>
          line.fiscalYear === fiscalYearOf(wish.month) ||
          touched.has(line.expenseAccountId) ||
          touched.has(line.payableAccountId),
      );
      const { isCash, cashIds } = await this.desk.accounts(tx);
      const accounts = { ids: accountIds(lines), cashIds };
      const movements = await this.repository.movements(tx, accounts, place.position);
      const book = activityBook({ month: wish.month, lines, movements, entries, isCash });
      const heading = await this.headings.ofPayer(tx, body, place, lastDayOf(wish.month));
      const budgetAt = await this.budgetAt(tx, place);
      return drawnBook(place, book, activityBookSheet(heading, book, budgetAt));
    });
  }

  /** Realisation per source and account code of a fiscal year. */
  realisation(wish: RealisationWish): Promise<DrawnBook<Realisation>> {
    return this.dataSource.transaction('REPEATABLE READ', async (tx) => {
      const body = wish.payer === undefined ? undefined : await this.headings.requirePayer(tx, wish.payer);
      const place = await this.desk.place(tx, wish.position);
      const until = wish.until ?? place.lastPeriod;
      this.desk.requireBegun(until, place);
      const lines = (await this.linesAt(tx, place)).filter(
        ({ payer, fiscalYear }) => fiscalYear === wish.year && payer === (body?.code ?? payer),
      );
      if (lines.length === 0) {
        const facts = { payer: wish.payer ?? 'semua pembayar', year: wish.year };
        throw new DomainError('missing', 'book.no-budget', facts);
      }
      const { cashIds } = await this.desk.accounts(tx);
      const accounts = { ids: accountIds(lines), cashIds };
      const movements = await this.repository.movements(tx, accounts, place.position);
      const book = realisation(
        lines,
        movements.filter(({ period }) => period <= until),
      );
      const heading =
        body === undefined
          ? this.headings.ofLedger(place)
          : await this.headings.ofPayer(tx, body, place, undefined);
      const span = `Tahun Anggaran ${String(wish.year)}, s.d. ${formatMonth(until)}`;
      const budgetAt = await this.budgetAt(tx, place);
      return drawnBook(place, book, realisationSheet(heading, { span, budgetAt }, book));
    });
  }

  /** Lines with a budget or a posting by then: one registered later is not in an earlier book. */
  private async linesAt(tx: Tx, { isPinned, position }: BookPlace): Promise<BudgetLine[]> {
    const lines = await this.budgetLines.withBudget(tx, isPinned ? position : undefined);
    const totals = await this.repository.periodTotals(tx, accountIds(lines), position);
    const posted = new Set(totals.map(({ accountId }) => accountId));
    return lines.filter(
      ({ isMoved, expenseAccountId, payableAccountId }) =>
        isMoved || posted.has(expenseAccountId) || posted.has(payableAccountId),
    );
  }

  private async budgetAt(tx: Tx, { isPinned, position }: BookPlace): Promise<string> {
    const move = await this.budgetLines.lastMove(tx, isPinned ? position : undefined);
    const moment = isPinned ? `posisi ${String(position)} dicatat` : 'buku ini dibuat';
    return `menurut mutasi anggaran sampai nomor ${String(move)}, ketika ${moment} (di luar buku besar)`;
  }
}

function accountIds(lines: readonly BudgetLine[]): number[] {
  return lines.flatMap(({ expenseAccountId, payableAccountId }) => [expenseAccountId, payableAccountId]);
}

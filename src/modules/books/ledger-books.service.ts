import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { kaderCard, type KaderCard } from '../../core/books/kader-card.js';
import { kaderCardSheet } from '../../core/books/paper/kader-card-sheet.js';
import { trialBalanceSheet } from '../../core/books/paper/trial-balance-sheet.js';
import { trialBalance, type TrialBalance, type TrialBalanceMonths } from '../../core/books/trial-balance.js';
import { maskNik } from '../../core/formats/mask.js';
import { DomainError } from '../../core/shared/domain-error.js';
import { formatMonth, type ServiceMonth } from '../../core/shared/service-month.js';
import type { Tx } from '../../platform/database/transaction.js';
import { BookDesk, type BookPlace } from './book-desk.js';
import { BookHeadings } from './book-headings.js';
import { BooksRepository } from './books.repository.js';
import { drawnBook, type DrawnBook } from './drawn-book.js';

export interface TrialBalanceWish {
  /** Code of a paying body; the whole ledger when left out. */
  readonly payer?: string | undefined;
  /** One month with its opening balance, or everything up to a month; up to the end when both are left out. */
  readonly month?: ServiceMonth | undefined;
  readonly until?: ServiceMonth | undefined;
  readonly position?: bigint | undefined;
}

export interface KaderCardWish {
  /** NIK, or number of the kader. */
  readonly kader: string;
  readonly position?: bigint | undefined;
}

/** A card says whose it is; the NIK is masked. */
export interface HeldCard extends KaderCard {
  readonly kader: { readonly id: number; readonly name: string; readonly nik: string };
}

/** Books over all paying bodies: the trial balance and the card of a kader. */
@Injectable()
export class LedgerBooksService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly repository: BooksRepository,
    private readonly desk: BookDesk,
    private readonly headings: BookHeadings,
  ) {}

  /** Neraca saldo. */
  trialBalance(wish: TrialBalanceWish): Promise<DrawnBook<TrialBalance>> {
    return this.dataSource.transaction('REPEATABLE READ', async (tx) => {
      const body = wish.payer === undefined ? undefined : await this.headings.requirePayer(tx, wish.payer);
      const place = await this.desk.place(tx, wish.position);
      const to = wish.month ?? wish.until ?? place.lastPeriod;
      this.desk.requireBegun(to, place);
      const months = wish.month === undefined ? { to } : { from: to, to };
      const balance = await this.balance(tx, place, wish.payer, months);
      const heading =
        body === undefined
          ? this.headings.ofLedger(place)
          : await this.headings.ofPayer(tx, body, place, undefined);
      const span = wish.month === undefined ? `Sampai dengan ${formatMonth(to)}` : `Bulan ${formatMonth(to)}`;
      return drawnBook(place, balance, trialBalanceSheet(heading, span, balance));
    });
  }

  /** @throws DomainError for somebody unknown, or about whom nothing is posted */
  card({ kader: asked, position }: KaderCardWish): Promise<DrawnBook<HeldCard>> {
    return this.dataSource.transaction('REPEATABLE READ', async (tx) => {
      const place = await this.desk.place(tx, position);
      const holder = await this.repository.kader(tx, asked, place.position);
      const shown = asked.length === 16 ? maskNik(asked) : asked;
      if (holder === undefined) throw new DomainError('missing', 'book.kader-unknown', { kader: shown });
      const entries = await this.repository.entriesOfKader(tx, holder.id, place.position);
      if (entries.length === 0) {
        const facts = { kader: shown, position: String(place.position) };
        throw new DomainError('missing', 'book.kader-without-entries', facts);
      }
      const { isCash, isHonorPayable } = await this.desk.accounts(tx);
      const card = kaderCard(entries, { isCash, isPayable: isHonorPayable });
      const { id, name, nik } = holder;
      const held = { kader: { id, name, nik: maskNik(nik) }, ...card };
      return drawnBook(place, held, kaderCardSheet(this.headings.ofLedger(place), holder, card));
    });
  }

  private async balance(
    tx: Tx,
    place: BookPlace,
    payer: string | undefined,
    months: TrialBalanceMonths,
  ): Promise<TrialBalance> {
    const accounts =
      payer === undefined
        ? await this.repository.accounts(tx)
        : await this.desk.accountsOf(tx, payer, place, months.to);
    const ids = accounts.map(({ id }) => id);
    return trialBalance(accounts, await this.repository.periodTotals(tx, ids, place.position), months);
  }
}

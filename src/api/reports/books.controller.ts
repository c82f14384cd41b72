import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { serviceMonth } from '../../core/shared/service-month.js';
import { BudgetBooksService } from '../../modules/books/budget-books.service.js';
import { CashBooksService } from '../../modules/books/cash-books.service.js';
import { LedgerAnchorService } from '../../modules/ledger/ledger-anchor.service.js';
import { LedgerBalanceService } from '../../modules/ledger/ledger-balance.service.js';
import { LedgerVerificationService } from '../../modules/ledger/ledger-verification.service.js';
import { Reads } from '../../web/operation.decorator.js';
import { BookAnswer, MonthlyBookWish, ReportAnswer } from './report.dto.js';

/** The books of a paying body, and the ledger under them. */
@ApiTags('Buku')
@Controller()
export class BooksController {
  constructor(
    private readonly cash: CashBooksService,
    private readonly budget: BudgetBooksService,
    private readonly balances: LedgerBalanceService,
    private readonly anchors: LedgerAnchorService,
    private readonly verification: LedgerVerificationService,
  ) {}

  @Get('books/general')
  @Reads('book.read')
  @ApiOperation({ summary: 'Buku kas umum' })
  @ApiOkResponse({ type: BookAnswer })
  async general(@Query() wish: MonthlyBookWish): Promise<BookAnswer> {
    return bookAnswer(await this.cash.general(monthly(wish)));
  }

  @Get('books/bank')
  @Reads('book.read')
  @ApiOperation({ summary: 'Buku bank' })
  @ApiOkResponse({ type: BookAnswer })
  async bank(@Query() wish: MonthlyBookWish): Promise<BookAnswer> {
    return bookAnswer(await this.cash.bank(monthly(wish)));
  }

  @Get('books/tax')
  @Reads('book.read')
  @ApiOperation({ summary: 'Buku pembantu pajak' })
  @ApiOkResponse({ type: BookAnswer })
  async tax(@Query() wish: MonthlyBookWish): Promise<BookAnswer> {
    return bookAnswer(await this.cash.tax(monthly(wish)));
  }

  @Get('books/activity')
  @Reads('book.read')
  @ApiOperation({ summary: 'Buku pembantu kegiatan' })
  @ApiOkResponse({ type: BookAnswer })
  async activity(@Query() wish: MonthlyBookWish): Promise<BookAnswer> {
    return bookAnswer(await this.budget.activity(monthly(wish)));
  }

  @Get('ledger/balances')
  @Reads('ledger.read')
  @ApiOperation({ summary: 'Saldo buku besar' })
  @ApiOkResponse({ type: ReportAnswer })
  async balance(): Promise<ReportAnswer> {
    return { data: { accounts: await this.balances.balances() } };
  }

  @Get('ledger/anchor')
  @Reads('ledger.verify')
  @ApiOperation({ summary: 'Jangkar rantai buku besar' })
  @ApiOkResponse({ type: ReportAnswer })
  async anchor(): Promise<ReportAnswer> {
    return { data: await this.anchors.anchor() };
  }

  /** Recomputes the whole chain. */
  @Get('ledger/verification')
  @Reads('ledger.verify')
  @ApiOperation({ summary: 'Memeriksa seluruh rantai buku besar' })
  @ApiOkResponse({ type: ReportAnswer })
  async verify(): Promise<ReportAnswer> {
    return { data: await this.verification.verify() };
  }
}

function monthly({ payer, month }: MonthlyBookWish) {
  return { payer, month: serviceMonth(month) };
}

function bookAnswer(book: { data: object; position: bigint; hash: string }): BookAnswer {
  return { data: book.data, position: String(book.position), hash: book.hash };
}

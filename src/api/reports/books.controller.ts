import { Controller, Get, Query, type StreamableFile } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { BudgetBooksService } from '../../modules/books/budget-books.service.js';
import { CashBooksService } from '../../modules/books/cash-books.service.js';
import { LedgerBooksService } from '../../modules/books/ledger-books.service.js';
import { Reads } from '../../web/operation.decorator.js';
import { NumberInPath } from '../../web/path-fields.js';
import { atPlace, bookAnswer, monthOrNone, monthly } from './book-answer.js';
import type { AnswerName, AnswerTypes } from '../answer-types.js';
import { AnswersPaper } from './paper.js';
import { BookPlaceWish, MonthlyBookWish, RealisationWish, TrialBalanceWish } from './report.dto.js';

type Answer<Name extends AnswerName> = Promise<AnswerTypes[Name] | StreamableFile>;
import { MayBecomeJob } from '../jobs/may-become-job.decorator.js';

/** The books of a paying body; each as data, or on paper. */
@ApiTags('Buku')
@Controller('books')
export class BooksController {
  constructor(
    private readonly cash: CashBooksService,
    private readonly budget: BudgetBooksService,
    private readonly ledger: LedgerBooksService,
  ) {}

  @Get('general')
  @Reads('book.read')
  @MayBecomeJob('book')
  @ApiOperation({ summary: 'Buku kas umum' })
  @AnswersPaper('GeneralBookAnswer')
  async general(@Query() wish: MonthlyBookWish): Answer<'GeneralBookAnswer'> {
    return bookAnswer('bku', await this.cash.general(monthly(wish)), wish);
  }

  @Get('bank')
  @Reads('book.read')
  @MayBecomeJob('book')
  @ApiOperation({ summary: 'Buku bank' })
  @AnswersPaper('BankBookAnswer')
  async bank(@Query() wish: MonthlyBookWish): Answer<'BankBookAnswer'> {
    return bookAnswer('bank', await this.cash.bank(monthly(wish)), wish);
  }

  @Get('tax')
  @Reads('book.read')
  @MayBecomeJob('book')
  @ApiOperation({ summary: 'Buku pembantu pajak' })
  @AnswersPaper('TaxBookAnswer')
  async tax(@Query() wish: MonthlyBookWish): Answer<'TaxBookAnswer'> {
    return bookAnswer('pajak', await this.cash.tax(monthly(wish)), wish);
  }

  @Get('activity')
  @Reads('book.read')
  @MayBecomeJob('book')
  @ApiOperation({ summary: 'Buku pembantu kegiatan' })
  @AnswersPaper('ActivityBookAnswer')
  async activity(@Query() wish: MonthlyBookWish): Answer<'ActivityBookAnswer'> {
    return bookAnswer('kegiatan', await this.budget.activity(monthly(wish)), wish);
  }

  @Get('closing')
  @Reads('book.read')
  @MayBecomeJob('book')
  @ApiOperation({ summary: 'Register penutupan kas' })
  @AnswersPaper('ClosingSheetAnswer')
  async closing(@Query() wish: MonthlyBookWish): Answer<'ClosingSheetAnswer'> {
    return bookAnswer('tutup', await this.cash.closing(monthly(wish)), wish);
  }

  @Get('kader/:kader')
  @Reads('book.read')
  @ApiOperation({ summary: 'Kartu honor seorang kader' })
  @AnswersPaper('HonorCardAnswer')
  async card(@NumberInPath('kader') kader: number, @Query() wish: BookPlaceWish): Answer<'HonorCardAnswer'> {
    return bookAnswer('kader', await this.ledger.card({ kader: String(kader), ...atPlace(wish) }), wish);
  }

  @Get('trial-balance')
  @Reads('book.read')
  @MayBecomeJob('book')
  @ApiOperation({ summary: 'Neraca saldo' })
  @AnswersPaper('TrialBalanceAnswer')
  async trialBalance(@Query() wish: TrialBalanceWish): Answer<'TrialBalanceAnswer'> {
    const months = { month: monthOrNone(wish.month), until: monthOrNone(wish.until) };
    const drawn = await this.ledger.trialBalance({ payer: wish.payer, ...months, ...atPlace(wish) });
    return bookAnswer('neraca', drawn, wish);
  }

  @Get('realisation')
  @Reads('book.read')
  @MayBecomeJob('book')
  @ApiOperation({ summary: 'Realisasi per sumber dana dan kode rekening' })
  @AnswersPaper('RealisationAnswer')
  async realisation(@Query() wish: RealisationWish): Answer<'RealisationAnswer'> {
    const { year, payer } = wish;
    const until = monthOrNone(wish.until);
    return bookAnswer(
      'realisasi',
      await this.budget.realisation({ year, payer, until, ...atPlace(wish) }),
      wish,
    );
  }
}

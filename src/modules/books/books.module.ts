import { Module } from '@nestjs/common';
import { FundingSourcesModule } from '../funding-sources/funding-sources.module.js';
import { RegionsModule } from '../regions/regions.module.js';
import { BookDesk } from './book-desk.js';
import { BookHeadings } from './book-headings.js';
import { BooksRepository } from './books.repository.js';
import { BudgetBooksService } from './budget-books.service.js';
import { BudgetLinesRepository } from './budget-lines.repository.js';
import { CashBooksService } from './cash-books.service.js';
import { LedgerBooksService } from './ledger-books.service.js';

@Module({
  imports: [FundingSourcesModule, RegionsModule],
  providers: [
    BooksRepository,
    BudgetLinesRepository,
    BookDesk,
    BookHeadings,
    CashBooksService,
    BudgetBooksService,
    LedgerBooksService,
  ],
  exports: [CashBooksService, BudgetBooksService, LedgerBooksService],
})
export class BooksModule {}

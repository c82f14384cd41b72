import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { cashShortage } from '../../core/funding/cash-cover.js';
import type { Rupiah } from '../../core/shared/rupiah.js';
import type { PaymentRequestRow } from './payment-request.row.js';
import { RequestBudgetRepository, type RequestedCash } from './request-budget.repository.js';

/** What a request asks of a line beside the cash that came in for it; `short` is what is missing. */
export interface ShownCash extends RequestedCash {
  readonly short: Rupiah;
}

/** The cash behind a request: information, which warns and refuses nothing. */
@Injectable()
export class RequestCashService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly budgets: RequestBudgetRepository,
  ) {}

  async of({ id }: Pick<PaymentRequestRow, 'id'>): Promise<ShownCash[]> {
    const lines = await this.budgets.cashOf(this.dataSource, id);
    return lines.map((line) => ({ ...line, short: cashShortage(line) }));
  }
}

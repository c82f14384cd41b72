import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/transaction.js';
import { totalsBySource } from '../disbursements/disbursements.service.js';
import { BudgetService } from '../funding-sources/budget.service.js';
import type { PaymentRequestRow } from './payment-request.row.js';
import { RequestPayablesRepository } from './request-payables.repository.js';

/** Budget held for a request, one aggregated move a budget line: reserved at submission, released at rejection. */
@Injectable()
export class RequestReservations {
  constructor(
    private readonly repository: RequestPayablesRepository,
    private readonly budget: BudgetService,
  ) {}

  /** @throws Refusals with `funding.budget-exceeded` for every budget line that is short */
  reserve(tx: Tx, request: PaymentRequestRow, submission: number, by: number): Promise<void> {
    return this.move(tx, request, { kind: 'reserve', submission }, by);
  }

  release(tx: Tx, request: PaymentRequestRow, submission: number, by: number): Promise<void> {
    return this.move(tx, request, { kind: 'release', submission }, by);
  }

  private async move(
    tx: Tx,
    { id, number }: PaymentRequestRow,
    { kind, submission }: { kind: 'reserve' | 'release'; submission: number },
    by: number,
  ): Promise<void> {
    const held = await this.repository.heldBy(tx, id);
    const shares = held.map(({ sourceId, amount }) => ({ fundingSourceId: sourceId, amount }));
    const idempotencyKey = `${kind}/${String(id)}/${String(submission)}`;
    const moves = totalsBySource(shares).map(([fundingSourceId, amount]) => ({
      fundingSourceId,
      kind,
      amount,
      reference: number,
      idempotencyKey,
    }));
    await this.budget.move(tx, moves, by);
  }
}

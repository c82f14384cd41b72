import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { sourceKey } from '../../core/funding/plan-funding-import.js';
import { planReceipt, tidyText, type Receipt } from '../../core/funding/plan-receipt.js';
import { planRetraction } from '../../core/funding/plan-retraction.js';
import { receiptBatch, retractionBatch, type CashAccounts } from '../../core/funding/receipt-batch.js';
import type { Rupiah } from '../../core/shared/rupiah.js';
import { Clock } from '../../platform/clock.js';
import type { Tx } from '../../platform/database/transaction.js';
import { today } from '../../platform/today.js';
import { AccessService } from '../access/access.service.js';
import { LedgerService } from '../ledger/ledger.service.js';
import type { User } from '../users/users.service.js';
import { BudgetService } from './budget.service.js';
import {
  FundingSourcesRepository,
  type BudgetMove,
  type FundingSourceRecord,
  type SourceName,
} from './funding-sources.repository.js';
import { lockSource } from './lock-source.js';
import { ReceiptsRepository } from './receipts.repository.js';

type Mover = Pick<User, 'id' | 'username'>;

/** A tranche of cash that came in for a budget line. */
export interface ReceiptCommand extends SourceName, Receipt {
  readonly by: Mover;
}

/** A tranche that was recorded wrongly. */
export interface RetractionCommand extends SourceName {
  readonly reference: string;
  readonly reason: string;
  readonly by: Mover;
}

/** What was recorded, now or by the same command before. */
export interface ReceiptOutcome extends Receipt {
  readonly source: string;
  /** False when the same command was carried out before. */
  readonly isNew: boolean;
  /** All cash received for the budget line. */
  readonly received: Rupiah;
}

/** Cash that came in for budget lines: a move on the line and an entry in the ledger, both or neither. */
@Injectable()
export class ReceiptsService {
  @Inject() private readonly access!: AccessService;

  constructor(
    private readonly dataSource: DataSource,
    private readonly repository: FundingSourcesRepository,
    private readonly receipts: ReceiptsRepository,
    private readonly budget: BudgetService,
    private readonly ledger: LedgerService,
    private readonly clock: Clock,
  ) {}

  /** Records a tranche; the same again answers the first outcome. @throws DomainError */
  async receive(command: ReceiptCommand): Promise<ReceiptOutcome> {
    await this.access.requirePayer('funding.receive', command.payer);
    const receipt = tidyReceipt(command);
    return this.dataSource.transaction(async (tx) => {
      // The budget line before the ledger, as payments do: one lock order for everybody.
      const line = await lockSource(this.repository, tx, command);
      const source = sourceKey(line);
      const earlier = await this.receipts.ofReference(tx, line.id, receipt.reference);
      const plan = planReceipt({ ...line, key: source }, receipt, earlier, today(this.clock));
      if (plan === 'recorded') return { ...receipt, source, isNew: false, received: line.received };
      // Under one reference there is a next round only after the one before was undone.
      const idempotencyKey = `receive/${String(earlier.length + 1)}/${receipt.reference}`;
      const batch = receiptBatch(await this.accountsOf(tx, line), receipt, `${source}/${idempotencyKey}`);
      const { id: batchId } = await this.ledger.post(tx, batch, command.by.username);
      const note = receipt.note === null ? {} : { note: receipt.note };
      const { reference, amount } = receipt;
      const move = { fundingSourceId: line.id, kind: 'receive', amount, reference, idempotencyKey } as const;
      await this.budget.move(tx, [{ ...move, batchId, ...note }], command.by.id);
      return { ...receipt, source, isNew: true, received: line.received + amount };
    });
  }

  /** Undoes a tranche, once; the same again answers the first outcome. @throws DomainError */
  async retract(command: RetractionCommand): Promise<ReceiptOutcome> {
    await this.access.requirePayer('funding.receive', command.payer);
    const [reference, reason] = [tidyText(command.reference), tidyText(command.reason)];
    return this.dataSource.transaction(async (tx) => {
      const line = await lockSource(this.repository, tx, command);
      const source = sourceKey(line);
      const earlier = await this.receipts.ofReference(tx, line.id, reference);
      const { plan, receipt } = planRetraction({ source, reference, reason }, earlier);
      const { amount, on, note } = receipt;
      const outcome = { source, amount, on, reference, note };
      if (plan === 'retracted') return { ...outcome, isNew: false, received: line.received };
      const idempotencyKey = `retract/${String(receipt.moveId)}`;
      const undoing = { on: today(this.clock), reason, idempotencyKey: `${source}/${idempotencyKey}` };
      const batch = retractionBatch(await this.accountsOf(tx, line), receipt, undoing);
      const { id: batchId } = await this.ledger.post(tx, batch, command.by.username);
      const move: BudgetMove = {
        fundingSourceId: line.id,
        kind: 'retract',
        amount,
        reference,
        idempotencyKey,
        batchId,
        retractsId: receipt.moveId,
        note: reason,
      };
      await this.budget.move(tx, [move], command.by.id);
      return { ...outcome, isNew: true, received: line.received - amount };
    });
  }

  private async accountsOf(tx: Tx, line: FundingSourceRecord): Promise<CashAccounts> {
    const { cashAccountId, regionCode } = await this.repository.payingBodyById(tx, line.payingBodyId);
    return { key: sourceKey(line), regionCode, cashAccountId, incomeAccountId: line.incomeAccountId };
  }
}

function tidyReceipt({ amount, on, reference, note }: Receipt): Receipt {
  const tidied = note === null ? '' : tidyText(note);
  return { amount, on, reference: tidyText(reference), note: tidied === '' ? null : tidied };
}

import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { tidyText } from '../../core/funding/plan-receipt.js';
import { overpaymentBalance } from '../../core/overpayment/overpayment-balance.js';
import { planCashRecovery, type CashReceipt } from '../../core/overpayment/plan-cash-recovery.js';
import { recoveryBatch } from '../../core/overpayment/recovery-batch.js';
import { settleOldest } from '../../core/overpayment/settle-oldest.js';
import { debtReturnBatch } from '../../core/payment/debt-transfer.js';
import { groupBy } from '../../core/shared/group-by.js';
import { invariant } from '../../core/shared/invariant.js';
import { sumRupiah, type Rupiah } from '../../core/shared/rupiah.js';
import { Clock } from '../../platform/clock.js';
import type { Tx } from '../../platform/database/transaction.js';
import { today } from '../../platform/today.js';
import { AccessService } from '../access/access.service.js';
import { BudgetService } from '../funding-sources/budget.service.js';
import { LedgerService } from '../ledger/ledger.service.js';
import type { User } from '../users/users.service.js';
import { CaseDetailsReader } from './case-details.reader.js';
import { lockCase } from './lock-case.js';
import { OverpaymentPartsRepository, type StandingPart } from './overpayment-parts.repository.js';
import { OverpaymentsRepository, type OverpaymentRecord } from './overpayments.repository.js';

export interface CashOutcome extends CashReceipt {
  /** False when the same command was carried out before. */
  readonly isNew: boolean;
  readonly rest: Rupiah;
}

export interface CashCommand extends CashReceipt {
  readonly by: User;
  /** Versions of the case, as `OverpaymentsService.versionOf` tells them; any other is refused. */
  readonly seen?: readonly string[];
}

/** Cash that a kader brings back: receipt, ledger and budget, all or none. */
@Injectable()
export class CashRecoveryService {
  @Inject() private readonly access!: AccessService;
  @Inject() private readonly details!: CaseDetailsReader;

  constructor(
    private readonly dataSource: DataSource,
    private readonly repository: OverpaymentsRepository,
    private readonly parts: OverpaymentPartsRepository,
    private readonly budget: BudgetService,
    private readonly ledger: LedgerService,
    private readonly clock: Clock,
  ) {}

  /** Records cash; the same receipt again answers the first outcome. Agreed or not, she may always pay back. @throws DomainError */
  async receive(command: CashCommand): Promise<CashOutcome> {
    await this.access.requireOverpayment('overpayment.receive', command.caseNumber);
    const { by, seen, ...given } = command;
    const wish = { ...given, receipt: tidyText(given.receipt) };
    return this.dataSource.transaction(async (tx) => {
      const found = await lockCase(this.repository, tx, wish.caseNumber);
      const parts = await this.parts.parts(tx, [found.id]);
      const balance = overpaymentBalance(parts);
      const earlier = await this.repository.receiptOf(tx, found.payingBodyId, wish.receipt);
      // What was recorded before is answered again, though it changed the case.
      if (earlier === undefined) await this.details.requireSeen(tx, found, seen);
      const plan = planCashRecovery(wish, earlier, balance, today(this.clock));
      if (plan === 'recorded') return { ...wish, isNew: false, rest: balance.rest };
      const owed = parts.filter(({ standing }) => standing === 'owed');
      const settles = await this.settle(tx, found, owed, wish.amount, by);
      const lines = linesOf(settles);
      const batchId = await this.post(tx, found, wish, lines, by);
      const ids = settles.map(({ entitlementId }) => entitlementId);
      await this.repository.insertReceipt(
        tx,
        found,
        { ...wish, batchId, settles: ids },
        by.id,
        this.clock.now(),
      );
      return { ...wish, isNew: true, rest: balance.rest - wish.amount };
    });
  }

  /** The parts that the cash settles, one of them cut if need be. */
  private async settle(
    tx: Tx,
    { id }: OverpaymentRecord,
    owed: readonly StandingPart[],
    amount: Rupiah,
    by: User,
  ): Promise<SettledPart[]> {
    const { whole, cut } = settleOldest(owed, amount);
    const settled = whole.map(({ entitlementId, amount: given }) => {
      const own = owed.find((part) => part.entitlementId === entitlementId);
      invariant(own !== undefined, 'what is settled was owed');
      return { entitlementId, part: own, amount: given };
    });
    if (cut === undefined) return settled;
    const { part, settled: piece, rest } = cut;
    const change = { replaced: [part.entitlementId], pieces: [piece, rest], planId: part.planId };
    const author = { id: by.id, at: this.clock.now() };
    const [entitlementId] = await this.parts.replace(tx, { id, nagariCode: part.nagariCode }, change, author);
    invariant(entitlementId !== undefined, 'a part was cut in two');
    return [...settled, { entitlementId, part, amount: piece.amount }];
  }

  // The budget lines before the ledger: one lock order for everybody.
  private async post(
    tx: Tx,
    found: OverpaymentRecord,
    { receipt, on, amount }: CashReceipt,
    lines: readonly RecoveredLine[],
    by: User,
  ): Promise<number> {
    const idempotencyKey = `recovery/${String(found.payingBodyId)}/${receipt}`;
    const byPayer = [...groupBy(lines, ({ paidBy }) => paidBy.sourceId)].map(([fundingSourceId, own]) => {
      const { payableAccountId } = own[0].paidBy;
      return { fundingSourceId, payableAccountId, own, amount: sumRupiah(own.map((line) => line.amount)) };
    });
    const moves = byPayer.map(({ fundingSourceId, amount: back }) => ({
      fundingSourceId,
      kind: 'reverse' as const,
      amount: back,
      reference: `${found.number}, ${receipt}`,
      idempotencyKey,
    }));
    await this.budget.move(tx, moves, by.id);
    invariant(sumRupiah(moves.map((move) => move.amount)) === amount, 'every rupiah goes back to its line');
    const [first] = lines;
    invariant(first !== undefined, 'cash settles something');
    const { number: caseNumber, kaderId, cashAccountId } = found;
    const regionCode = first.part.nagariCode;
    const recovery = { caseNumber, kaderId, regionCode, cashAccountId, receipt, on, lines: byPayer };
    const { id } = await this.ledger.post(tx, recoveryBatch(recovery, idempotencyKey), by.username);
    // What was debt of a closed year goes on to the line that had owed it, as when the bank returns it.
    for (const { fundingSourceId, payableAccountId: toAccountId, own } of byPayer) {
      const debts = own
        .filter(({ part }) => part.sourceId !== fundingSourceId)
        .map((line) => ({ kaderId, regionCode, ...line.owing, amount: line.amount }));
      if (debts.length === 0) continue;
      const key = `debt-${idempotencyKey}/${String(fundingSourceId)}`;
      const heading = { requestNumber: caseNumber, toAccountId, on, idempotencyKey: key };
      await this.ledger.post(tx, debtReturnBatch(debts, heading), by.username);
    }
    return id;
  }
}

interface SettledPart {
  readonly entitlementId: number;
  readonly part: StandingPart;
  readonly amount: Rupiah;
}

/** What one budget line was overpaid for, and which line paid it and gets it back. */
interface RecoveredLine extends Pick<StandingPart, 'paidBy'> {
  readonly part: StandingPart;
  readonly owing: Pick<StandingPart, 'payableAccountId'>;
  readonly amount: Rupiah;
}

function linesOf(settles: readonly SettledPart[]): RecoveredLine[] {
  const byLines = groupBy(settles, ({ part }) => `${String(part.paidBy.sourceId)}/${String(part.sourceId)}`);
  return [...byLines.values()]
    .map((parts): RecoveredLine => {
      const [{ part }] = parts;
      const { paidBy, payableAccountId } = part;
      const amount = -sumRupiah(parts.map((one) => one.amount));
      return { part, paidBy, owing: { payableAccountId }, amount };
    })
    .sort((one, other) => one.paidBy.sourceId - other.paidBy.sourceId);
}

import { Injectable } from '@nestjs/common';
import {
  paymentBatch,
  returnBatch,
  type Deducted,
  type PaidDisbursement,
} from '../../core/payment/payment-batch.js';
import { debtReturnBatch, debtTransferBatch } from '../../core/payment/debt-transfer.js';
import { groupBy } from '../../core/shared/group-by.js';
import { invariant } from '../../core/shared/invariant.js';
import { sumRupiah, type Rupiah } from '../../core/shared/rupiah.js';
import { Clock } from '../../platform/clock.js';
import { today } from '../../platform/today.js';
import type { Tx } from '../../platform/database/transaction.js';
import { DeductionsService } from '../deductions/deductions.service.js';
import { BudgetService, type BudgetMoveKind } from '../funding-sources/budget.service.js';
import { LedgerService } from '../ledger/ledger.service.js';
import {
  DisbursementsRepository,
  type DisbursementRecord,
  type DisbursementShare,
  type DisbursementToPrepare,
} from './disbursements.repository.js';

export type { DisbursementRecord } from './disbursements.repository.js';

/** The request whose money moves. */
export interface DisbursingRequest {
  readonly id: number;
  readonly number: string;
  readonly cashAccountId: number;
}

interface Mover {
  readonly id: number;
  readonly username: string;
}

/** What the bank said of one disbursement. */
export interface DisbursementResult {
  readonly id: number;
  readonly state: 'paid' | 'returned';
  readonly note: string;
}

@Injectable()
export class DisbursementsService {
  constructor(
    private readonly repository: DisbursementsRepository,
    private readonly ledger: LedgerService,
    private readonly budget: BudgetService,
    private readonly deductions: DeductionsService,
    private readonly clock: Clock,
  ) {}

  prepare(tx: Tx, requestId: number, disbursements: readonly DisbursementToPrepare[]): Promise<void> {
    return this.repository.insertPrepared(tx, requestId, disbursements);
  }

  discard(tx: Tx, requestId: number): Promise<void> {
    return this.repository.deletePrepared(tx, requestId);
  }

  ofRequest(tx: Tx, requestId: number): Promise<DisbursementRecord[]> {
    return this.repository.ofRequest(tx, requestId);
  }

  /** Lets the money go: the reservation is spent and each payment posted, one entry a kader. */
  async release(tx: Tx, request: DisbursingRequest, by: Mover): Promise<void> {
    const disbursements = await this.repository.ofRequest(tx, request.id);
    const shares = await this.repository.sharesOf(tx, request.id);
    await this.moveBudget(tx, 'spend', shares, request, by, `spend/${String(request.id)}`);
    const deducted = await this.deductions.postingsOf(tx, request.id, request.cashAccountId);
    const paid = paidDisbursements(disbursements, shares, { deducted, ...request });
    await this.moveDebt(tx, request, by, { key: `debt/${String(request.id)}`, kaderIds: null });
    const heading = this.heading(request, `payment/${String(request.id)}`);
    const batch = await this.ledger.post(tx, paymentBatch(paid, heading), by.username);
    await this.repository.markReleased(tx, request.id, batch.id);
  }

  /**
   * Records what the bank said. What it returned is reversed in ledger and budget, with what was taken off it,
   * and is owed again.
   */
  async recordResults(
    tx: Tx,
    request: DisbursingRequest,
    results: readonly DisbursementResult[],
    by: Mover,
  ): Promise<void> {
    if (results.length === 0) return;
    await this.repository.markResults(tx, results, today(this.clock));
    const returnedIds = new Set(
      results.filter((result) => result.state === 'returned').map((result) => result.id),
    );
    if (returnedIds.size > 0) await this.takeBack(tx, request, returnedIds, by);
  }

  private async takeBack(
    tx: Tx,
    request: DisbursingRequest,
    ids: ReadonlySet<number>,
    by: Mover,
  ): Promise<void> {
    const returned = (await this.repository.ofRequest(tx, request.id)).filter((one) => ids.has(one.id));
    const kaderIds = new Set(returned.map((one) => one.kaderId));
    const shares = (await this.repository.sharesOf(tx, request.id)).filter((share) =>
      kaderIds.has(share.kaderId),
    );
    // A disbursement is returned once, so the first of them tells these returns from all others.
    const key = `return/${String(request.id)}/${String(returned[0]?.id)}`;
    await this.moveBudget(tx, 'reverse', shares, request, by, key);
    const deducted = await this.deductions.postingsOf(tx, request.id, request.cashAccountId);
    const entries = paidDisbursements(returned, shares, { deducted, ...request }).map((paid, index) => ({
      ...paid,
      entry: entryOf(returned[index]),
    }));
    await this.ledger.post(tx, returnBatch(entries, this.heading(request, key)), by.username);
    await this.moveDebt(tx, request, by, { key: `debt-${key}`, kaderIds });
    const at = this.clock.now();
    await this.repository.freeEntitlements(tx, request.id, [...kaderIds], at);
    await this.deductions.letGo(tx, request.id, [...kaderIds], at);
  }

  /** Hands debt of a closed year to the line that pays it, or back to the line that owes it to these kader. */
  private async moveDebt(
    tx: Tx,
    request: DisbursingRequest,
    by: Mover,
    { key, kaderIds }: { readonly key: string; readonly kaderIds: ReadonlySet<number> | null },
  ): Promise<void> {
    const debts = (await this.repository.debtsOf(tx, request.id)).filter(
      ({ kaderId }) => kaderIds === null || kaderIds.has(kaderId),
    );
    const [first] = debts;
    if (first === undefined) return;
    const heading = { ...this.heading(request, key), toAccountId: first.toAccountId };
    const batch = kaderIds === null ? debtTransferBatch(debts, heading) : debtReturnBatch(debts, heading);
    await this.ledger.post(tx, batch, by.username);
  }

  private heading(request: DisbursingRequest, idempotencyKey: string) {
    const { number: requestNumber, cashAccountId } = request;
    return { requestNumber, cashAccountId, on: today(this.clock), idempotencyKey };
  }

  private async moveBudget(
    tx: Tx,
    kind: BudgetMoveKind,
    shares: readonly DisbursementShare[],
    request: DisbursingRequest,
    by: Mover,
    idempotencyKey: string,
  ): Promise<void> {
    const moves = totalsBySource(shares).map(([fundingSourceId, amount]) => ({
      fundingSourceId,
      kind,
      amount,
      reference: request.number,
      idempotencyKey,
    }));
    await this.budget.move(tx, moves, by.id);
  }
}

/** What each budget line carries, in order of its id. */
export function totalsBySource(
  shares: readonly { readonly fundingSourceId: number; readonly amount: Rupiah }[],
): [number, Rupiah][] {
  const totals = [...groupBy(shares, (share) => share.fundingSourceId)].map(
    ([id, ofSource]): [number, Rupiah] => [id, sumRupiah(ofSource.map((share) => share.amount))],
  );
  // Whose corrections outweigh what she is owed on a line is held out: a request never gives a line money back.
  invariant(
    totals.every(([, amount]) => amount >= 0n),
    'a request takes from a budget line or leaves it alone',
  );
  return totals.filter(([, amount]) => amount > 0n).sort(([one], [other]) => one - other);
}

function paidDisbursements(
  disbursements: readonly DisbursementRecord[],
  shares: readonly DisbursementShare[],
  {
    deducted,
    cashAccountId,
  }: {
    readonly deducted: ReadonlyMap<number, readonly Deducted[]>;
    readonly cashAccountId: number;
  },
): PaidDisbursement[] {
  const byKader = groupBy(shares, (share) => share.kaderId);
  return disbursements.map(({ kaderId, nagariCode, reference, amount }) => {
    const own = byKader.get(kaderId) ?? [];
    const taken = deducted.get(kaderId) ?? [];
    const withheld = taken.filter(({ debitAccountId }) => debitAccountId === cashAccountId);
    invariant(
      totalOf(own) - totalOf(withheld) === amount,
      `${reference} is the sum of its shares less what is withheld`,
    );
    return { kaderId, regionCode: nagariCode, reference, shares: own, deducted: taken };
  });
}

function totalOf(parts: readonly { readonly amount: Rupiah }[]): Rupiah {
  return sumRupiah(parts.map(({ amount }) => amount));
}

function entryOf(disbursement: DisbursementRecord | undefined): { batchId: number; sequence: number } {
  const { entryBatchId: batchId, entrySequence: sequence } = disbursement ?? {
    entryBatchId: null,
    entrySequence: null,
  };
  invariant(batchId !== null && sequence !== null, 'a returned disbursement was posted');
  return { batchId, sequence };
}

import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { carryMoves, isOfClosedYear } from '../../core/overpayment/carry-moves.js';
import { findMoves } from '../../core/overpayment/find-overpayments.js';
import type { LineMove } from '../../core/overpayment/line-moves.js';
import { lineTransferBatch, type LineTransfer } from '../../core/overpayment/line-transfer-batch.js';
import { besidesMoves } from '../../core/overpayment/opening-pieces.js';
import { DomainError } from '../../core/shared/domain-error.js';
import { groupBy } from '../../core/shared/group-by.js';
import { invariant } from '../../core/shared/invariant.js';
import { refuseAny } from '../../core/shared/refusals.js';
import { Clock } from '../../platform/clock.js';
import { fillPart } from '../../platform/database/fill-part.js';
import { lockFor } from '../../platform/database/lock-for.js';
import type { Part } from '../../platform/database/part.js';
import type { Tx } from '../../platform/database/transaction.js';
import { today } from '../../platform/today.js';
import { AccessService } from '../access/access.service.js';
import { BudgetService, type LockedLine } from '../funding-sources/budget.service.js';
import { FundingSourcesService, type PayingBody } from '../funding-sources/funding-sources.service.js';
import { LedgerService } from '../ledger/ledger.service.js';
import type { User } from '../users/users.service.js';
import { CorrectedSharesRepository, lastKeyOf, type OverpaidKey } from './corrected-shares.repository.js';
import { LineTransfersRepository, type SettledTransfer } from './line-transfers.repository.js';
import { OverpaymentPartsRepository } from './overpayment-parts.repository.js';
import { OverpaymentsRepository } from './overpayments.repository.js';
import {
  movedHonor,
  noRoom,
  totalOf,
  unsettledOf,
  type Found,
  type MovedHonor,
  type UnsettledMoves,
} from './moved-honor.js';

export type { UnsettledMoves } from './moved-honor.js';

export interface TransferReport {
  readonly moved: readonly MovedHonor[];
  /** Why the others wait: each line that has no room, with what is missing. */
  readonly waiting: readonly DomainError[];
}

/** Honor that moved between the budget lines of a payer after it was paid: settled among the lines, not by her. */
@Injectable()
export class LineTransfersService {
  @Inject() private readonly access!: AccessService;
  @Inject() private readonly clock!: Clock;
  @Inject() private readonly ledger!: LedgerService;
  @Inject() private readonly corrected!: CorrectedSharesRepository;

  constructor(
    private readonly dataSource: DataSource,
    private readonly overpayments: OverpaymentsRepository,
    private readonly parts: OverpaymentPartsRepository,
    private readonly transfers: LineTransfersRepository,
    private readonly funding: FundingSourcesService,
    private readonly budget: BudgetService,
  ) {}

  /**
   * Settles what moved between the lines of a payer, of all kader or of one. What she was paid too much besides stays
   * for a case, what she is still owed for a request.
   *
   * @throws DomainError when the payer is unknown or nothing moved; Refusals when no line has room
   */
  async settle(payer: string, kader: string | undefined, by: User): Promise<TransferReport> {
    await this.access.requirePayer('overpayment.transfer', payer);
    return this.dataSource.transaction(async (tx) => {
      const body = await this.funding.payingBody(tx, payer);
      if (body === undefined) throw new DomainError('missing', 'overpayment.payer-unknown', { payer });
      await this.overpayments.lockPayer(tx, body.id);
      // Before the budget lines, as whoever writes entitlements and then posts does.
      await lockFor(tx, 'honor-calculation');
      const found = findMoves(await this.corrected.of(tx, { payer, kader }));
      if (found.length === 0)
        throw new DomainError('missing', 'overpayment.nothing-to-transfer', { payer: body.name });
      const lines = await this.budget.lock(tx, [
        ...new Set(found.flatMap(({ moves }) => moves).flatMap(sidesOf)),
      ]);
      const { carried, waiting } = carryMoves(found, lines);
      const keyOf = (id: number) => lineOf(lines, id).key;
      const reasons = waiting.flatMap(({ found: one, short }) =>
        short.map(({ sourceId, missing }) => noRoom(one, keyOf(sourceId), missing)),
      );
      if (carried.length === 0) refuseAny(reasons);
      await this.carry(tx, body, carried, lines, by);
      return { moved: carried.flatMap(movedHonor), waiting: reasons };
    });
  }

  /** Part of those whose honor moved and is not settled yet, by payer and kader. */
  unsettled(
    payer: string | undefined,
    { after, limit }: Part<OverpaidKey> & { readonly limit: number },
  ): Promise<UnsettledMoves[]> {
    return this.dataSource.transaction('REPEATABLE READ', (tx) =>
      fillPart({ after, limit }, async (from: OverpaidKey | undefined, count) => {
        const corrected = await this.corrected.of(tx, { payer, after: from, limit: count });
        return { wanted: unsettledOf(corrected), last: lastKeyOf(corrected) };
      }),
    );
  }

  private async carry(
    tx: Tx,
    body: PayingBody,
    carried: readonly Found[],
    lines: readonly LockedLine[],
    by: User,
  ): Promise<void> {
    const author = { id: by.id, at: this.clock.now() };
    const settled = new Map<Found, readonly [number, ...number[]]>();
    for (const [nagariCode, ofNagari] of groupBy(carried, ({ deltas }) => deltas[0].nagariCode)) {
      const rests = ofNagari.flatMap((found) => besidesMoves(found.deltas).map((one) => ({ found, ...one })));
      const { madeUp } = await this.parts.takeOut(tx, nagariCode, rests, author);
      const made = madeUp.map((id, index) => ({ id, found: rests[index]?.found }));
      const ownOf = groupBy(made, ({ found }) => found);
      for (const found of ofNagari) {
        const [first, ...others] = found.deltas;
        const own = (ownOf.get(found) ?? []).map(({ id }) => id);
        settled.set(found, [
          first.entitlementId,
          ...others.map(({ entitlementId }) => entitlementId),
          ...own,
        ]);
      }
    }
    const closed = carried.filter((found) => isOfClosedYear(found, lines));
    const open = carried.filter((found) => !isOfClosedYear(found, lines));
    await this.moveBudgets(tx, body, open, by);
    const batches = [
      { own: open, batchId: await this.post(tx, open, lines, by) },
      { own: closed, batchId: await this.post(tx, closed, lines, by) },
    ];
    const transfers = batches.flatMap(({ own, batchId }) =>
      own.map((found): SettledTransfer => {
        const entitlementIds = settled.get(found);
        invariant(entitlementIds !== undefined && batchId !== undefined, 'what is carried was posted');
        const [{ kaderId }] = found.deltas;
        return { kaderId, amount: totalOf(found.moves), batchId, entitlementIds };
      }),
    );
    await this.transfers.insert(tx, body.id, transfers, by.id, author.at);
  }

  /** The line that paid gets back what the one that has to bear it spends. */
  private async moveBudgets(tx: Tx, body: PayingBody, open: readonly Found[], by: User): Promise<void> {
    const moves = open.flatMap((found) => found.moves);
    const [first] = open;
    if (first === undefined) return;
    const reference = `Pindah sumber dana ${body.code}`;
    const of = (kind: 'reserve' | 'spend' | 'reverse', sideOf: (move: LineMove) => number) =>
      [...groupBy(moves, sideOf)].map(([fundingSourceId, own]) => {
        const idempotencyKey = `${keyOf(first)}/${kind}`;
        return { fundingSourceId, kind, amount: totalOf(own), reference, idempotencyKey };
      });
    const to = ({ toSourceId }: LineMove) => toSourceId;
    const from = ({ fromSourceId }: LineMove) => fromSourceId;
    await this.budget.move(tx, [...of('reserve', to), ...of('spend', to), ...of('reverse', from)], by.id);
  }

  private async post(
    tx: Tx,
    found: readonly Found[],
    lines: readonly LockedLine[],
    by: User,
  ): Promise<number | undefined> {
    const [first] = found;
    if (first === undefined) return undefined;
    const { id } = await this.ledger.post(
      tx,
      lineTransferBatch(found.map(transferOf), {
        on: today(this.clock),
        idempotencyKey: keyOf(first),
        isOfClosedYear: isOfClosedYear(first, lines),
        payableOf: (sourceId) => lineOf(lines, sourceId).payableAccountId,
      }),
      by.username,
    );
    return id;
  }
}

function transferOf({ moves, deltas }: Found): LineTransfer {
  const [{ kaderId, nagariCode: regionCode, serviceMonth: month, component }] = deltas;
  return { kaderId, regionCode, month, component, moves };
}

// A correction is settled once, so the first of them tells this transfer from all others.
function keyOf({ deltas }: Found): string {
  return `line-transfer/${String(deltas[0].entitlementId)}`;
}

function sidesOf({ fromSourceId, toSourceId }: LineMove): number[] {
  return [fromSourceId, toSourceId];
}

function lineOf(lines: readonly LockedLine[], id: number): LockedLine {
  const line = lines.find((one) => one.id === id);
  invariant(line !== undefined, `budget line ${String(id)} is locked`);
  return line;
}

import { Injectable } from '@nestjs/common';
import type { DeductedKader } from '../../core/deduction/deduct.js';
import { describeStep } from '../../core/deduction/deduction-step.js';
import { maskNik } from '../../core/formats/mask.js';
import { describe } from '../../core/messages/describe.js';
import { monthsAlive, type PayableKader, type PayableSet } from '../../core/payment/payee.js';
import { DomainError } from '../../core/shared/domain-error.js';
import { invariant } from '../../core/shared/invariant.js';
import type { PlainDate } from '../../core/shared/plain-date.js';
import { refuseAny } from '../../core/shared/refusals.js';
import { Clock } from '../../platform/clock.js';
import type { Queryable } from '../../platform/database/query-rows.js';
import type { Tx } from '../../platform/database/transaction.js';
import { today } from '../../platform/today.js';
import { DeductionsService, type ShownDeduction } from '../deductions/deductions.service.js';
import { FundingSourcesService, type PayingBody } from '../funding-sources/funding-sources.service.js';
import type { PaymentRequestRow } from './payment-request.row.js';

/** Somebody who can be paid, with what is taken off her honor and what is left. */
export interface DeductedPayable extends PayableKader, DeductedKader {}

export interface DeductedSet {
  readonly payable: readonly DeductedPayable[];
  readonly heldOut: PayableSet['heldOut'];
}

/** A deduction with its steps as sentences; NIK masked. */
export interface ExplainedDeduction extends Omit<ShownDeduction, 'steps' | 'kaderId'> {
  readonly steps: readonly string[];
}

/** The deductions of a request: worked out when it is composed, frozen, and asked again at every step. */
@Injectable()
export class RequestDeductions {
  constructor(
    private readonly deductions: DeductionsService,
    private readonly funding: FundingSourcesService,
    private readonly clock: Clock,
  ) {}

  /**
   * Whoever cannot be deducted as the payer's policies say is held out and named: her own money waits, nobody
   * else's.
   *
   * @throws Refusals `deduction.not-chosen` when the payer never said what it does
   */
  async apply(tx: Tx, payer: PayingBody, set: PayableSet, on: PlainDate): Promise<DeductedSet> {
    const outcome = await this.work(tx, payer, set.payable, { on, requestId: 0 });
    const payable: DeductedPayable[] = [];
    const heldOut = [...set.heldOut];
    for (const [kader, deducted] of outcome) {
      if (deducted instanceof DomainError)
        heldOut.push({ payee: kader.payee, owed: kader.total, reason: deducted });
      else payable.push({ ...kader, ...deducted });
    }
    return { payable, heldOut };
  }

  async store(tx: Tx, requestId: number, payable: readonly DeductedPayable[]): Promise<void> {
    const deductions = payable.flatMap((kader) => kader.deductions);
    await this.deductions.store(tx, requestId, deductions);
  }

  /** What is taken off or borne, more than nothing; who is taken nothing off has no line. */
  async explained(database: Queryable, requestId: number): Promise<ExplainedDeduction[]> {
    const shown = await this.deductions.ofRequest(database, requestId);
    return shown
      .filter(({ amount }) => amount > 0n)
      .map(({ nik, steps, kind, name, month, amount, borneBy, policy, version }) => ({
        name,
        nik: maskNik(nik),
        kind,
        month,
        amount,
        borneBy,
        policy,
        version,
        steps: steps.map(describeStep),
      }));
  }

  /**
   * Works the deductions of a request out again, by its own day and what is known now.
   *
   * @throws Refusals naming everybody whose net would be another one
   */
  async require(
    tx: Tx,
    request: PaymentRequestRow,
    payable: readonly PayableKader[],
  ): Promise<DeductedPayable[]> {
    const payer = await this.funding.payingBodyById(tx, request.payingBodyId);
    // A request older than deductions took nothing off: it goes on when its payer now says the same.
    const on = request.deductedOn ?? today(this.clock);
    const outcome = await this.work(tx, payer, payable, { on, requestId: request.id });
    const deducted: DeductedPayable[] = [];
    const problems: DomainError[] = [];
    for (const [kader, worked] of outcome) {
      if (worked instanceof DomainError) problems.push(changed(request, kader, worked));
      else deducted.push({ ...kader, ...worked });
    }
    refuseAny(problems);
    const worked = deducted.flatMap((kader) => kader.deductions);
    const byId = new Map(payable.map(({ payee }) => [payee.kaderId, payee]));
    refuseAny(
      (await this.deductions.changedSince(tx, request.id, worked)).map(({ kaderId, before, after }) => {
        const payee = byId.get(kaderId);
        invariant(payee !== undefined, 'only who is in a request has deductions in it');
        const person = { number: request.number, kader: payee.name, nik: maskNik(payee.nik) };
        return new DomainError('conflict', 'deduction.changed-since-draft', { ...person, before, after });
      }),
    );
    return deducted;
  }

  private async work(
    tx: Tx,
    payer: PayingBody,
    payable: readonly PayableKader[],
    { on, requestId }: { readonly on: PlainDate; readonly requestId: number },
  ): Promise<[PayableKader, DeductedKader | DomainError][]> {
    const kader = payable.map(({ payee, total, months }) => {
      const { kaderId, name, nik } = payee;
      return { kaderId, name, nik, gross: total, months: monthsAlive(payee, months) };
    });
    const outcome = await this.deductions.work(tx, { payer, on, requestId, kader });
    return payable.map((one) => {
      const worked = outcome.get(one.payee.kaderId);
      invariant(worked !== undefined, 'everybody payable is worked out');
      return [one, worked];
    });
  }
}

function changed(request: PaymentRequestRow, { payee }: PayableKader, reason: DomainError): DomainError {
  return new DomainError('conflict', 'payment.changed-since-draft', {
    number: request.number,
    kader: payee.name,
    nik: maskNik(payee.nik),
    reason: describe(reason.code, reason.facts),
  });
}

import type { ActName } from '../../core/access/operations.js';
import { Inject, Injectable } from '@nestjs/common';
import { compareClaims, type Claim } from '../../core/payment/claim.js';
import type { PayableKader } from '../../core/payment/payee.js';
import { assertTransition, type RequestState } from '../../core/payment/request-state.js';
import { assertMayPrepare } from '../../core/payment/separation-of-duties.js';
import { DomainError } from '../../core/shared/domain-error.js';
import { refuseAny } from '../../core/shared/refusals.js';
import type { Tx } from '../../platform/database/transaction.js';
import { AccessService } from '../access/access.service.js';
import { ControlsService } from '../controls/controls.service.js';
import { DisbursementsService } from '../disbursements/disbursements.service.js';
import type { User } from '../users/users.service.js';
import { PaymentRequestRow } from './payment-request.row.js';
import { PaymentRequestsRepository } from './payment-requests.repository.js';
import type { DeductedPayable } from './request-deductions.js';
import { RequestDetailsReader } from './request-details.js';
import { RequestPayables } from './request-payables.js';
import { RequestReservations } from './request-reservations.js';
import { RequestSignatures, type Said } from './request-signatures.js';
import { requirePreparer } from './require-preparer.js';

/** What somebody has seen who takes a step. */
export interface Seeing {
  /** Versions of the request, as `PaymentRequestsService.versionOf` tells them; any other is refused. */
  readonly seen?: readonly string[] | undefined;
}

/** The steps of a payment request after its draft: one transaction each, one person each. */
@Injectable()
export class PaymentRequestStepsService {
  @Inject() private readonly access!: AccessService;
  @Inject() private readonly details!: RequestDetailsReader;

  constructor(
    private readonly repository: PaymentRequestsRepository,
    private readonly payables: RequestPayables,
    private readonly reservations: RequestReservations,
    private readonly disbursements: DisbursementsService,
    private readonly controls: ControlsService,
    private readonly signatures: RequestSignatures,
  ) {}

  /**
   * Submits a draft and reserves its budget.
   *
   * @param claims the nagari's own list, if it sent one; any difference from what was computed is refused
   * @throws Refusals when somebody in it cannot be paid any more, a claim differs, or a budget line is short
   */
  submit(
    number: string,
    by: User,
    claims?: readonly Claim[],
    { seen }: Seeing = {},
  ): Promise<PaymentRequestRow> {
    return this.step(number, 'submitted', { by, seen }, async (tx, request) => {
      await requirePreparer(this.repository, tx, request, by.id);
      assertMayPrepare(number, await this.repository.accountHands(tx, request.id), nameOf(by));
      const payable = await this.payables.require(tx, request);
      if (claims !== undefined) refuseAny(compareClaims(claims, payable.map(entitledOf), request.months));
      const submission = request.submission + 1;
      await this.reservations.reserve(tx, request, submission, by.id);
      await this.controls.require(tx, { request, submission, to: 'submitted', by: by.id });
      return { submission };
    });
  }

  /** The second person: complete, arithmetic right, budget available. */
  verify(number: string, by: User, said: Said & Seeing = {}): Promise<PaymentRequestRow> {
    return this.step(number, 'verified', { by, ...said }, async (tx, request) => {
      await this.payables.require(tx, request);
      await this.controls.require(tx, { request, submission: request.submission, to: 'verified', by: by.id });
      return { verifiedBy: by.id };
    });
  }

  /** The third person. Each kader's payment is prepared, to the account in force now. */
  approve(number: string, by: User, said: Said & Seeing = {}): Promise<PaymentRequestRow> {
    return this.step(number, 'approved', { by, ...said }, async (tx, request) => {
      const payable = await this.payables.require(tx, request);
      await this.disbursements.prepare(
        tx,
        request.id,
        payable.map((kader, index) => toPrepare(request, kader, index)),
      );
      await this.controls.require(tx, { request, submission: request.submission, to: 'approved', by: by.id });
      return { approvedBy: by.id };
    });
  }

  /** The fourth person: the money goes, the reservation is spent, the payment is posted. */
  release(number: string, by: User, said: Said & Seeing = {}): Promise<PaymentRequestRow> {
    return this.step(number, 'disbursing', { by, ...said }, async (tx, request) => {
      await this.payables.require(tx, request);
      await this.controls.require(tx, {
        request,
        submission: request.submission,
        to: 'disbursing',
        by: by.id,
      });
      const cashAccountId = await this.repository.cashAccountOf(tx, request.payingBodyId);
      await this.disbursements.release(tx, { id: request.id, number, cashAccountId }, by);
      return { releasedBy: by.id };
    });
  }

  /** Back to draft, with a reason; the reserved budget is free again. */
  reject(number: string, by: User, reason: string, { seen }: Seeing = {}): Promise<PaymentRequestRow> {
    if (reason.trim() === '') throw new DomainError('invalid', 'payment.reason-needed', {});
    return this.step(number, 'draft', { by, note: reason, seen }, async (tx, request) => {
      await this.reservations.release(tx, request, request.submission, by.id);
      await this.disbursements.discard(tx, request.id);
      return { verifiedBy: null, approvedBy: null };
    });
  }

  /** Takes a draft back for good, with a reason; what it held can be put into another request. */
  cancel(number: string, by: User, reason: string, { seen }: Seeing = {}): Promise<PaymentRequestRow> {
    if (reason.trim() === '') throw new DomainError('invalid', 'payment.reason-needed', {});
    const letGo = async (tx: Tx, request: PaymentRequestRow) => {
      await this.repository.letEntitlementsGo(tx, request.id);
      return {};
    };
    return this.step(number, 'cancelled', { by, note: reason, seen }, letGo);
  }

  private async step(
    number: string,
    to: RequestState,
    { by, onBehalfOf, note, seen }: Said & Seeing & { readonly by: User },
    act: (tx: Tx, request: PaymentRequestRow) => Promise<Partial<PaymentRequestRow>>,
  ): Promise<PaymentRequestRow> {
    await this.access.requireRequest(operationOf[to], number, onBehalfOf?.id);
    return this.controls.inOneStep(async (tx) => {
      const request = await this.repository.lockByNumber(tx, number);
      if (request === null) throw new DomainError('missing', 'payment.request-unknown', { request: number });
      await this.details.requireSeen(tx, request, seen);
      assertTransition(number, request.state, to);
      const mandate = await this.signatures.require(tx, request, to, { by, onBehalfOf });
      const change = await act(tx, request);
      await this.repository.updateRequest(tx, request.id, { ...change, state: to });
      const step = { from: request.state, to, takenBy: by.id, ...mandate };
      await this.signatures.record(tx, request.id, step, note);
      return Object.assign(request, change, { state: to });
    });
  }
}

const operationOf = {
  draft: 'request.reject',
  submitted: 'request.submit',
  verified: 'request.verify',
  approved: 'request.approve',
  disbursing: 'request.release',
  settled: 'disbursement.reconcile',
  cancelled: 'request.cancel',
} as const satisfies Record<RequestState, ActName>;

function nameOf(user: User): { id: number; name: string } {
  return { id: user.id, name: user.fullName };
}

function entitledOf({ payee, total }: PayableKader): { nik: string; name: string; amount: bigint } {
  return { nik: payee.nik, name: payee.name, amount: total };
}

/** The reference names the submission too: after a rejection the same kader gets a new one. */
function toPrepare(request: PaymentRequestRow, { payee, net }: DeductedPayable, index: number) {
  const reference = `HK${String(request.id)}-${String(request.submission)}-${String(index + 1).padStart(4, '0')}`;
  if (payee.accountId === null)
    throw new Error(`kader ${String(payee.kaderId)} is payable without an account`);
  return { kaderId: payee.kaderId, bankAccountId: payee.accountId, amount: net, reference };
}

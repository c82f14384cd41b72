import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { stepAfter, type SignedStep } from '../../core/approval/approval-bands.js';
import { signatureToGive, type AwaitedSignature } from '../../core/approval/missing-signatures.js';
import { stateNames } from '../../core/payment/request-state.js';
import { DomainError } from '../../core/shared/domain-error.js';
import { Clock } from '../../platform/clock.js';
import type { Tx } from '../../platform/database/transaction.js';
import { AccessService } from '../access/access.service.js';
import type { User } from '../users/users.service.js';
import type { PaymentRequestRow } from './payment-request.row.js';
import type { Seeing } from './payment-request-steps.service.js';
import { PaymentRequestsRepository } from './payment-requests.repository.js';
import { RequestDetailsReader } from './request-details.js';
import { noteOf, RequestSignatures, type Said } from './request-signatures.js';
import { RequestSignaturesRepository } from './request-signatures.repository.js';

export interface CountersignCommand extends Said, Seeing {
  readonly number: string;
  /** The function, as the bands name it. */
  readonly as: string;
  readonly by: User;
}

/** What was signed, and who has still to sign before the step. */
export interface CountersignReport {
  readonly request: PaymentRequestRow;
  readonly step: SignedStep;
  readonly function: string;
  readonly awaited: readonly AwaitedSignature[];
}

/** Takes the signatures that the amount of a request asks for beside the four. */
@Injectable()
export class CountersignService {
  @Inject() private readonly details!: RequestDetailsReader;

  constructor(
    private readonly dataSource: DataSource,
    private readonly requests: PaymentRequestsRepository,
    private readonly repository: RequestSignaturesRepository,
    private readonly signatures: RequestSignatures,
    private readonly clock: Clock,
    private readonly access: AccessService,
  ) {}

  /**
   * Signs what was submitted, as this function, before the step that waits for it.
   *
   * @throws DomainError when nobody waits for it, or this person has another hand in the request
   */
  async countersign(command: CountersignCommand): Promise<CountersignReport> {
    await this.access.requireRequest('request.countersign', command.number, command.onBehalfOf?.id);
    return this.dataSource.transaction((tx) => this.within(tx, command));
  }

  private async within(tx: Tx, command: CountersignCommand): Promise<CountersignReport> {
    const { number, as, by, onBehalfOf, note, seen } = command;
    const request = await this.requests.lockByNumber(tx, number);
    if (request === null) throw new DomainError('missing', 'payment.request-unknown', { request: number });
    await this.details.requireSeen(tx, request, seen);
    const step = stepAfter(request.state);
    if (step === undefined)
      throw new DomainError('conflict', 'approval.not-waiting', { number, state: stateNames[request.state] });
    const asked = signatureToGive(number, step, await this.signatures.awaited(tx, request), as);
    const mandate = await this.signatures.admit(tx, request, 'countersign', { by, onBehalfOf });
    await this.repository.insert(tx, {
      ...mandate,
      requestId: request.id,
      function: asked.function,
      signedBy: by.id,
      note: noteOf(note),
      signedAt: this.clock.now(),
    });
    return { request, step, function: asked.function, awaited: await this.signatures.awaited(tx, request) };
  }
}

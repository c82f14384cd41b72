import { Injectable } from '@nestjs/common';
import type { Person } from '../../core/access/actor.js';
import { ownSignaturesOf, type OwnSignature } from '../../core/payment/own-signature.js';
import { mayAnswer, mayReject, ownStepOf, type OwnStep } from '../../core/payment/own-step.js';
import {
  PaymentRequestsService,
  type RequestDetails,
} from '../../modules/payment-requests/payment-requests.service.js';
import {
  RequestEvidenceService,
  type RequestEvidence,
} from '../../modules/payment-requests/request-evidence.service.js';
import {
  RequestListService,
  type ListedRequest,
} from '../../modules/payment-requests/request-list.service.js';
import { UsersService } from '../../modules/users/users.service.js';
import { CurrentActor } from '../../platform/session/current-actor.js';

/** Everything that one person is shown of a request, and what she may do about it. */
export interface RequestView {
  readonly listed: ListedRequest;
  readonly details: RequestDetails;
  readonly evidence: RequestEvidence;
  readonly own: OwnStep | undefined;
  /** The further signatures that she can give. */
  readonly signatures: readonly OwnSignature[];
  readonly mayReject: boolean;
  readonly mayAnswer: boolean;
  /** What its forms say was seen, written as an ETag. */
  readonly version: string;
}

/** Gathers what the page of a request shows. */
@Injectable()
export class RequestViews {
  constructor(
    private readonly list: RequestListService,
    private readonly requests: PaymentRequestsService,
    private readonly evidence: RequestEvidenceService,
    private readonly users: UsersService,
    private readonly current: CurrentActor,
  ) {}

  /** Asked by somebody who reads: what is outside her scopes is not there. @throws DomainError `payment.request-unknown` */
  async of(person: Person, id: number): Promise<RequestView> {
    const listed = await this.list.one(id);
    const { request } = listed;
    // Everybody is shown the same version, whatever else of it she may see.
    const version = await this.current.run(person, () => this.requests.versionOf(request));
    // A reader's eyes see no accounts; her own position she knows.
    const { position } = await this.current.run(person, () => this.users.require(person.username));
    return {
      listed,
      details: await this.requests.show(request.number),
      evidence: await this.evidence.of(request),
      own: ownStepOf(person, listed),
      signatures: ownSignaturesOf(person, position, listed),
      mayReject: mayReject(person, listed),
      mayAnswer: mayAnswer(person, listed),
      version: `"${version}"`,
    };
  }
}

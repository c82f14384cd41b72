import { Injectable } from '@nestjs/common';
import { signedSteps, stateAfter } from '../../core/approval/approval-bands.js';
import { delegatedStepNames, type DelegatedStep } from '../../core/approval/delegation.js';
import {
  assertCountersigned,
  awaitedSignatures,
  type AwaitedSignature,
} from '../../core/approval/missing-signatures.js';
import { maskLongNumbers } from '../../core/formats/mask-long-numbers.js';
import type { RequestState } from '../../core/payment/request-state.js';
import {
  assertHandsClean,
  assertMandatesOfOthers,
  assertOtherHand,
} from '../../core/payment/separation-of-duties.js';
import { Clock } from '../../platform/clock.js';
import type { Queryable } from '../../platform/database/query-rows.js';
import type { Tx } from '../../platform/database/transaction.js';
import { DelegationsService } from '../approvals/delegations.service.js';
import type { User } from '../users/users.service.js';
import type { PaymentRequestRow } from './payment-request.row.js';
import { PaymentRequestsRepository, type RequestStep } from './payment-requests.repository.js';
import { RequestSignaturesRepository } from './request-signatures.repository.js';

/** What somebody says who takes a step. */
export interface Said {
  /** Who is away, and for whom the step is taken. */
  readonly onBehalfOf?: User | undefined;
  readonly note?: string | undefined;
}

/** For whom a step is taken, and by which delegation. */
export interface Mandate {
  readonly actingFor: number | null;
  readonly delegationId: number | null;
}

const inOwnName: Mandate = { actingFor: null, delegationId: null };

/** Asks before a step whether its person may take it, and whether everybody has signed whom the amount asks for. */
@Injectable()
export class RequestSignatures {
  constructor(
    private readonly repository: RequestSignaturesRepository,
    private readonly requests: PaymentRequestsRepository,
    private readonly delegations: DelegationsService,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError when a hand is taken twice, a delegation does not hold or a signature is missing */
  async require(
    tx: Tx,
    request: PaymentRequestRow,
    to: RequestState,
    people: { readonly by: User; readonly onBehalfOf?: User | undefined },
  ): Promise<Mandate> {
    const step = signedSteps.find((one) => stateAfter[one] === to);
    if (step === undefined) return inOwnName;
    const mandate = await this.admit(tx, request, step, people);
    assertCountersigned(request.number, step, await this.awaited(tx, request));
    return mandate;
  }

  /** Lets somebody have a hand in a request, in the own name or another's. @throws DomainError */
  async admit(
    tx: Tx,
    request: PaymentRequestRow,
    step: DelegatedStep,
    { by, onBehalfOf }: { readonly by: User; readonly onBehalfOf?: User | undefined },
  ): Promise<Mandate> {
    const { id, number, payingBodyId } = request;
    const hands = await this.repository.hands(tx, request);
    const accountHands = await this.requests.accountHands(tx, id);
    assertHandsClean(number, hands, accountHands);
    const people = onBehalfOf === undefined ? [by] : [by, onBehalfOf];
    for (const person of people) {
      assertOtherHand({ number, hands, accountHands }, delegatedStepNames[step], personOf(person));
    }
    const mandate = await this.mandateOf(tx, payingBodyId, step, { by, onBehalfOf });
    const handIds = [...hands.map(({ userId }) => userId), ...people.map((person) => person.id)];
    const recorders = await this.repository.mandateRecorders(tx, request, mandate);
    assertMandatesOfOthers(number, handIds, recorders);
    return mandate;
  }

  private async mandateOf(
    tx: Tx,
    payingBodyId: number,
    step: DelegatedStep,
    { by, onBehalfOf }: { readonly by: User; readonly onBehalfOf?: User | undefined },
  ): Promise<Mandate> {
    if (onBehalfOf === undefined) return inOwnName;
    const task = { from: personOf(onBehalfOf), to: personOf(by), step };
    const delegation = await this.delegations.mandate(tx, payingBodyId, task);
    return { actingFor: onBehalfOf.id, delegationId: delegation.id };
  }

  /** Writes down who took which step, when, for whom and with what remark. */
  async record(
    tx: Tx,
    requestId: number,
    step: Pick<RequestStep, 'from' | 'to' | 'takenBy'> & Mandate,
    note: string | undefined,
  ): Promise<void> {
    const evidence = { ...step, takenAt: this.clock.now(), reason: noteOf(note) };
    await this.requests.insertStep(tx, { requestId, ...evidence });
  }

  /** What the bands asked for at its submission, with what was given of it. */
  async awaited(database: Queryable, request: PaymentRequestRow): Promise<AwaitedSignature[]> {
    const required = await this.repository.required(database, request);
    return awaitedSignatures(required, await this.repository.given(database, request));
  }
}

function personOf({ id, fullName }: User): { id: number; name: string } {
  return { id, name: fullName };
}

/** A note as it is kept, without numbers of people; one of nothing but spaces says nothing. */
export function noteOf(note: string | undefined): string | null {
  const text = note?.trim() ?? '';
  return text === '' ? null : maskLongNumbers(text);
}

import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { PaymentRequestsService } from '../../modules/payment-requests/payment-requests.service.js';
import { UsersService, type User } from '../../modules/users/users.service.js';
import { CurrentActor } from '../../platform/session/current-actor.js';
import { seenVersions } from '../../web/version.js';
import type { Visitor } from '../security/visitor.js';
import type { StepWish } from './request-wish.dto.js';

/** Who changes which request, and which versions of it she says she saw. */
interface Taking {
  readonly number: string;
  readonly user: User;
  readonly seen: readonly string[];
}

/** What the routes that change a request have in common. */
@Injectable()
export class RequestDesk {
  constructor(
    private readonly requests: PaymentRequestsService,
    private readonly users: UsersService,
    private readonly current: CurrentActor,
  ) {}

  /** @throws DomainError for a request she may not see, or when no version is named */
  async taking(id: number, request: Request, { person }: Visitor): Promise<Taking> {
    const seen = seenVersions(request);
    // With the eyes with which she was shown it: what is outside her scopes is not there for her.
    const { number } = await this.current.look('request.read', () => this.requests.byId(id));
    return { number, seen, user: await this.users.require(person.username) };
  }

  /** For whom she takes the step, and with what remark. @throws DomainError `user.unknown`, `user.inactive` */
  async said({ onBehalfOf, note }: StepWish): Promise<{ onBehalfOf?: User; note?: string }> {
    const principal = onBehalfOf === undefined ? undefined : await this.users.require(onBehalfOf);
    return { ...(principal !== undefined && { onBehalfOf: principal }), ...(note !== undefined && { note }) };
  }
}

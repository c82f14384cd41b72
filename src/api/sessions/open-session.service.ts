import { Injectable } from '@nestjs/common';
import type { Response } from 'express';
import { describeScope } from '../../core/access/scope.js';
import { AccessService } from '../../modules/access/access.service.js';
import type { Session, SignedIn } from '../../modules/identity/identity.service.js';
import { DeviceCookie } from '../security/device-cookie.js';
import { csrfTokenOf, SessionCookie } from '../security/session-cookie.js';
import type { CurrentSessionAnswer, SessionAnswer } from './session.dto.js';

/** Hands a session to its browser, and tells it what a page needs to know. */
@Injectable()
export class OpenSessionService {
  constructor(
    private readonly cookie: SessionCookie,
    private readonly device: DeviceCookie,
    private readonly access: AccessService,
  ) {}

  /** Every sign-in, and every gain of rights, comes here with a token nobody has seen before. */
  open(response: Response, { token, session }: SignedIn): Promise<CurrentSessionAnswer> {
    this.cookie.write(response, token, session.expiresAt);
    this.device.remember(response, session.username);
    return this.tell(token, session);
  }

  close(response: Response): void {
    this.cookie.clear(response);
  }

  async tell(token: string, session: Session): Promise<CurrentSessionAnswer> {
    const grants = await this.access.grantsOf(session.userId);
    return {
      session: sessionAnswer(session),
      grants: grants.map(({ role, scope }) => ({ role, scope: describeScope(scope) })),
      csrfToken: csrfTokenOf(token),
    };
  }
}

export function sessionAnswer(session: Session): SessionAnswer {
  const { id, username, fullName, hasSecondFactor, signedInAt, expiresAt, address } = session;
  return { id, username, fullName, hasSecondFactor, signedInAt, expiresAt, address };
}

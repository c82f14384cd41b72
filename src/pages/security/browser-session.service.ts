import { Injectable } from '@nestjs/common';
import type { Response } from 'express';
import { DeviceCookie } from '../../api/security/device-cookie.js';
import { SessionCookie } from '../../api/security/session-cookie.js';
import type { Visitor, VisitorRequest } from '../../api/security/visitor.js';
import { invariant } from '../../core/shared/invariant.js';
import type { SignedIn } from '../../modules/identity/identity.service.js';

/** Hands sessions to browsers and takes them back. */
@Injectable()
export class BrowserSession {
  constructor(
    private readonly cookie: SessionCookie,
    private readonly device: DeviceCookie,
  ) {}

  /** Every sign-in, and every gain of rights, comes with a token nobody has seen before; what is drawn next uses it. */
  open(request: VisitorRequest, response: Response, { token, session }: SignedIn): void {
    this.cookie.write(response, token, session.expiresAt);
    this.device.remember(response, session.username);
    if (request.visitor !== undefined) request.visitor = { ...request.visitor, session: { token, session } };
  }

  close(response: Response): void {
    this.cookie.clear(response);
  }
}

/** The sign-in of whoever the guard let in: no page is shown without. */
export function ownSession({ session }: Visitor): SignedIn {
  invariant(session !== undefined, 'the guard of forms lets in who has signed in');
  return session;
}

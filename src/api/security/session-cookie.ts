import { createHmac } from 'node:crypto';
import type { Request, Response } from 'express';
import type { Clock } from '../../platform/clock.js';
import { equalInConstantTime } from '../../platform/secrets/tokens.js';
import { oneCookie } from '../../web/one-cookie.js';

// "__Host-": only over TLS, only this host, only for "/"; browsers refuse it otherwise (RFC 6265bis, 4.1.3.2).
const OVER_TLS = '__Host-honor';
const IN_THE_CLEAR = 'honor';

/**
 * The cookie that carries a session. Over plain HTTP, as on one's own machine, it has a plain name. How long it lasts
 * is said as a length of time: a phone whose clock is wrong keeps it as long.
 */
export class SessionCookie {
  constructor(
    private readonly isOverTls: boolean,
    private readonly clock: Clock,
  ) {}

  read(request: Request): string | undefined {
    return oneCookie(request, this.name());
  }

  write(response: Response, token: string, expires: Date): void {
    const attributes = {
      httpOnly: true,
      secure: this.isOverTls,
      sameSite: 'strict',
      path: '/',
      maxAge: expires.getTime() - this.clock.now().getTime(),
    } as const;
    response.cookie(this.name(), token, attributes);
  }

  clear(response: Response): void {
    response.clearCookie(this.name(), {
      httpOnly: true,
      secure: this.isOverTls,
      sameSite: 'strict',
      path: '/',
    });
  }

  private name(): string {
    return this.isOverTls ? OVER_TLS : IN_THE_CLEAR;
  }
}

/** What a page of this session must send back with every change: it follows from the session and dies with it. */
export function csrfTokenOf(sessionToken: string): string {
  return createHmac('sha256', sessionToken).update('csrf').digest('base64url');
}

/** True when a request brings the token of its own session. */
export function bringsCsrfToken(request: Request, sessionToken: string): boolean {
  const brought = request.get('x-csrf-token') ?? '';
  return equalInConstantTime(Buffer.from(brought), Buffer.from(csrfTokenOf(sessionToken)));
}

import type { Request, Response } from 'express';
import { bringsCsrfToken, csrfTokenOf } from '../../api/security/session-cookie.js';
import { randomToken } from '../../platform/secrets/tokens.js';
import { oneCookie } from '../../web/one-cookie.js';

const TOKEN = /^[\w-]{43}$/;

/** A secret of the browser's own, from which the forms before signing in have their token. It opens nothing. */
export class FormCookie {
  private readonly name: string;

  constructor(private readonly isOverTls: boolean) {
    this.name = isOverTls ? '__Host-honor-form' : 'honor-form';
  }

  /** What a form shown to this browser sends back; gives it a cookie when it has none. */
  tokenFor(request: Request, response: Response): string {
    const known = this.read(request);
    const secret = known ?? randomToken();
    const attributes = { httpOnly: true, secure: this.isOverTls, sameSite: 'strict', path: '/' } as const;
    if (known === undefined) response.cookie(this.name, secret, attributes);
    return csrfTokenOf(secret);
  }

  /** True when the form was shown to the browser that sends it. */
  isMatched(request: Request): boolean {
    const secret = this.read(request);
    return secret !== undefined && bringsCsrfToken(request, secret);
  }

  private read(request: Request): string | undefined {
    const secret = oneCookie(request, this.name);
    return secret !== undefined && TOKEN.test(secret) ? secret : undefined;
  }
}

import type { CookieOptions, Request, Response } from 'express';
import { oneCookie } from '../../web/one-cookie.js';

const MAX_AGE_MS = 10 * 60_000;

/** The cookie that keeps a sign-in that has begun with the browser that began it. */
export class OidcFlowCookie {
  private readonly name: string;
  private readonly attributes: CookieOptions;

  constructor(isOverTls: boolean) {
    this.name = isOverTls ? '__Host-honor-oidc' : 'honor-oidc';
    // Lax: the browser comes back from another site, by a link.
    this.attributes = { httpOnly: true, secure: isOverTls, sameSite: 'lax', path: '/' };
  }

  read(request: Request): string | undefined {
    return oneCookie(request, this.name);
  }

  write(response: Response, flow: string): void {
    response.cookie(this.name, flow, { ...this.attributes, maxAge: MAX_AGE_MS });
  }

  clear(response: Response): void {
    response.clearCookie(this.name, this.attributes);
  }
}

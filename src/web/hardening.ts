import type { NextFunction, Request, Response } from 'express';
import helmet from 'helmet';
import { DomainError } from '../core/shared/domain-error.js';

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);
const OWN_SITES = new Set(['same-origin', 'none']);

/** Security headers. No script, style or frame that is not our own; nothing inline. */
export function securityHeaders(isOverTls: boolean): ReturnType<typeof helmet> {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
        ...(isOverTls && { upgradeInsecureRequests: [] }),
      },
    },
    strictTransportSecurity: isOverTls ? { maxAge: 31_536_000, includeSubDomains: true } : false,
    referrerPolicy: { policy: 'no-referrer' },
  });
}

/** Whatever is asked here concerns persons or money: nothing between us and the browser keeps it. */
export function nothingKept(_request: Request, response: Response, next: NextFunction): void {
  response.setHeader('Cache-Control', 'no-store');
  response.setHeader('Permissions-Policy', 'camera=(), geolocation=(), microphone=()');
  next();
}

/**
 * Refuses changes that a page of another site makes a browser send (Fetch Metadata); sign-in too, which has no
 * session whose token could be asked for. Programs send no such header.
 */
export function ownSiteOnly(request: Request, _response: Response, next: NextFunction): void {
  const site = request.get('sec-fetch-site');
  const isForeign = site !== undefined && !OWN_SITES.has(site) && !SAFE_METHODS.has(request.method);
  next(isForeign ? new DomainError('forbidden', 'http.csrf', {}) : undefined);
}

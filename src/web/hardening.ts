import type { NextFunction, Request, RequestHandler, Response } from 'express';
import helmet from 'helmet';
import { DomainError } from '../core/shared/domain-error.js';
import { isSafe } from './safe-method.js';

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
 * Refuses changes that a page of another site makes a browser send (Fetch Metadata; of an older browser its Origin);
 * sign-in too, which has no session whose token could be asked for. Programs send no such headers. Who we are is what
 * we were told at the start: the Host of a request is the word of whoever sends it.
 */
export function ownSiteOnly(publicUrl: string): RequestHandler {
  return (request, _response, next) => {
    const isForeign = !isSafe(request) && !comesFromUs(request, publicUrl);
    next(isForeign ? new DomainError('forbidden', 'http.csrf', {}) : undefined);
  };
}

function comesFromUs(request: Request, publicUrl: string): boolean {
  const site = request.get('sec-fetch-site');
  if (site !== undefined) return OWN_SITES.has(site);
  const origin = request.get('origin');
  return origin === undefined || origin === publicUrl;
}

import type { Response } from 'express';

const POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self' data:",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
];

/**
 * A page runs no script at all, not even our own. It tells other sites nothing of its address, which may hold a
 * one-time link; to ourselves it says its origin, by which forms of other sites are told apart.
 */
export function pageHeaders(response: Response): void {
  const general = String(response.getHeader('Content-Security-Policy'));
  const upgrade = general.includes('upgrade-insecure-requests') ? ['upgrade-insecure-requests'] : [];
  response.setHeader('Content-Security-Policy', [...POLICY, ...upgrade].join('; '));
  response.setHeader('Referrer-Policy', 'same-origin');
  response.type('text/html');
}

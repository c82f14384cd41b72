import { createHash } from 'node:crypto';
import { ApiHeader } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { DomainError } from '../core/shared/domain-error.js';
import { toJson } from '../core/shared/to-json.js';

/** The ETag of what was shown: the same content has the same one. */
function versionOf(shown: unknown): string {
  return `"${createHash('sha256').update(toJson(shown)).digest('base64url').slice(0, 27)}"`;
}

/** Tells which version an answer is. */
export function stateVersion(response: Response, shown: unknown): void {
  response.setHeader('ETag', versionOf(shown));
}

/** Says in the OpenAPI document that a route lets somebody change only what she saw. */
export function NeedsVersion() {
  return ApiHeader({ name: 'If-Match', required: true, description: 'ETag dari yang terakhir dilihat' });
}

/**
 * Lets somebody change only what she saw.
 *
 * @throws DomainError `http.version-needed`, `http.version-changed`
 */
export function requireVersion(request: Request, shown: unknown): void {
  const seen = request.get('if-match');
  if (seen === undefined || seen.trim() === '*') throw new DomainError('invalid', 'http.version-needed', {});
  const versions = seen.split(',').map((version) => version.trim());
  if (!versions.includes(versionOf(shown))) throw new DomainError('conflict', 'http.version-changed', {});
}

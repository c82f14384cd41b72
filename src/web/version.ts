import { ApiHeader } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { DomainError } from '../core/shared/domain-error.js';

const ENTITY_TAG = /^(W\/)?"([\x21\x23-\x7e\x80-\xff]*)"$/;

/** Says in the OpenAPI document that a route lets somebody change only what she saw. */
export function NeedsVersion() {
  const description =
    'ETag dari yang terakhir dilihat. Tidak ada, atau *: 428; sudah berubah sejak itu: 412, dan tidak ada yang dilakukan';
  return ApiHeader({ name: 'If-Match', required: true, description });
}

/** Says in the OpenAPI document that a route answers 304 to whoever has its content already. */
export function KnowsVersion() {
  const description = 'ETag yang sudah dimiliki; bila isinya masih sama, jawabannya 304 tanpa isi';
  return ApiHeader({ name: 'If-None-Match', required: false, description });
}

/**
 * Tells which version an answer is, by a strong ETag.
 *
 * @returns true when the asker has it already: the answer is then 304, and holds nothing (RFC 9110, 13.1.2)
 */
export function isKnownVersion(request: Request, response: Response, version: string): boolean {
  response.setHeader('ETag', `"${version}"`);
  const known = tagsOf(request.get('if-none-match') ?? '');
  const isKnown = known.some((tag) => tag === '*' || ENTITY_TAG.exec(tag)?.[2] === version);
  if (isKnown) response.status(304);
  return isKnown;
}

/**
 * The versions that somebody who changes something says she saw; the service compares them with what it locked. A
 * weak ETag never matches (RFC 9110, 13.1.1), and `*` names nothing that was seen.
 *
 * @throws DomainError `http.version-needed`
 */
export function seenVersions(request: Request): readonly string[] {
  const tags = tagsOf(request.get('if-match') ?? '');
  if (tags.length === 0 || tags.includes('*')) throw new DomainError('unseen', 'http.version-needed', {});
  return tags.flatMap((tag) => {
    const [, weak, version] = ENTITY_TAG.exec(tag) ?? [];
    return weak === undefined && version !== undefined ? [version] : [];
  });
}

// Our own tags hold no comma, so none of them is torn apart.
function tagsOf(header: string): readonly string[] {
  return header
    .split(',')
    .map((tag) => tag.trim())
    .filter((tag) => tag !== '');
}

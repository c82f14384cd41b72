import type { Request, RequestHandler, Response } from 'express';
import { DomainError } from '../core/shared/domain-error.js';
import { LAST_WORDS_MS } from './broken-requests.js';
import { ProblemDetailsFilter } from './problem-details.filter.js';

/**
 * Three times the largest file that is taken. Whatever is only too large is read to its end before it is refused, so
 * that a browser reads why; beyond this somebody just keeps sending.
 */
const ENDLESS_BYTES = 64 * 1024 * 1024;

const filter = new ProblemDetailsFilter();

/** Refuses a body without end, as it is announced or as it comes; the file of a form is counted by who receives it. */
export const boundedBody: RequestHandler = (request, response, next) => {
  if (Number(request.get('content-length')) > ENDLESS_BYTES) {
    hangUp(request, response);
    return;
  }
  if (!isOfParts(request)) countBody(request, response);
  next();
};

/** Counts what comes from here on; whoever reads it must begin in the same turn, or misses a piece. */
export function countBody(request: Request, response: Response): void {
  let bytes = 0;
  const count = (piece: Buffer) => {
    bytes += piece.length;
    if (bytes <= ENDLESS_BYTES) return;
    request.off('data', count);
    hangUp(request, response);
  };
  request.on('data', count);
}

function isOfParts(request: Request): boolean {
  return /^\s*multipart\//i.test(request.get('content-type') ?? '');
}

function hangUp(request: Request, response: Response): void {
  filter.answer(new DomainError('too-large', 'http.too-large', {}), response);
  // What lies unread when a connection is closed makes the system throw away the answer, too; and who receives a file
  // closes it as soon as there is one.
  request.destroy = () => request;
  request.unpipe();
  request.resume();
  setTimeout(() => request.socket.destroy(), LAST_WORDS_MS).unref();
}

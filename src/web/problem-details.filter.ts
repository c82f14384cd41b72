import { randomUUID } from 'node:crypto';
import { Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Response } from 'express';
import { maskLongNumbers } from '../core/formats/mask-long-numbers.js';
import { DomainError } from '../core/shared/domain-error.js';
import { toJson } from '../core/shared/to-json.js';
import { isConnectionLost } from '../platform/database/connection-lost.js';
import { answerBrowser, isBrowser } from './pages/answer-browser.js';
import { faultDetails, problemDetails, type ProblemDetails } from './problem-details.js';

/**
 * Every error leaves as problem details, or as a page where a browser asked for one; what is our fault leaves without
 * its reason, which only the log has.
 */
@Catch()
export class ProblemDetailsFilter implements ExceptionFilter {
  private readonly logger = new Logger('HTTP');

  catch(error: unknown, host: ArgumentsHost): void {
    this.answer(error, host.switchToHttp().getResponse<Response>());
  }

  answer(error: unknown, response: Response): void {
    const details = this.detailsOf(error);
    if (response.headersSent) {
      response.destroy();
      return;
    }
    const seconds = details.status === 429 ? details.facts.seconds : undefined;
    if (typeof seconds === 'number') response.setHeader('Retry-After', String(seconds));
    // RFC 9110, 15.5.2: a 401 says how one could sign in; a browser asks for no password of its own for this scheme.
    if (details.status === 401) response.setHeader('WWW-Authenticate', 'Bearer realm="honor"');
    if (isBrowser(response.req)) answerBrowser(details, response.req, response);
    else response.status(details.status).type('application/problem+json').send(toJson(details));
  }

  private detailsOf(error: unknown): ProblemDetails {
    const known = problemDetails(error) ?? problemDetails(ofFrameworkOrDriver(error));
    if (known !== undefined) return known;
    const incident = randomUUID();
    const told = error instanceof Error ? (error.stack ?? error.message) : String(error);
    // The database repeats in its errors what it was given.
    this.logger.error(`${incident} ${maskLongNumbers(told)}`);
    return faultDetails(incident);
  }
}

function ofFrameworkOrDriver(error: unknown): DomainError | undefined {
  if (isConnectionLost(error)) return lost(error);
  return error instanceof HttpException ? ofFramework(error) : ofParser(error);
}

function lost(error: Error): DomainError {
  return new DomainError('unavailable', 'database.connection-lost', { problem: error.message });
}

// Nest's own: an unknown route, a body that is too large.
function ofFramework(error: HttpException): DomainError {
  const status = error.getStatus();
  if (status === 404) return new DomainError('missing', 'http.no-route', {});
  return status === 413 ? tooLarge() : unreadable();
}

// The body parser throws errors with a status, for example for JSON that breaks off.
function ofParser(error: unknown): DomainError | undefined {
  const status: unknown = typeof error === 'object' && error !== null && 'status' in error ? error.status : 0;
  if (typeof status !== 'number' || status < 400 || status >= 500) return undefined;
  return status === 413 ? tooLarge() : unreadable();
}

function tooLarge(): DomainError {
  return new DomainError('too-large', 'http.too-large', {});
}

function unreadable(): DomainError {
  return new DomainError('invalid', 'http.unreadable', {});
}

import { DomainError } from '../../core/shared/domain-error.js';
import { databaseOf } from './database-url.js';

const REFUSED_BEFORE_ANY_QUERY = /^(ECONN|ENOTFOUND|EAI_|ETIMEDOUT|EHOST|ENET|28|3D000|53300|57P03)/;

/** Turns "nobody answers there" into an error for people; anything else stays what it was. */
export function asUnreachable(error: unknown, url: string): unknown {
  if (!(error instanceof Error) || !REFUSED_BEFORE_ANY_QUERY.test(codeOf(error))) return error;
  return new DomainError('unavailable', 'database.unreachable', {
    database: databaseOf(url),
    host: new URL(url).host,
    problem: error.message === '' ? codeOf(error) : error.message,
  });
}

/** The code of a system or PostgreSQL error, or the empty text. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

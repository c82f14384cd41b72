import { DomainError } from '../../core/shared/domain-error.js';
import { databaseOf } from './database-url.js';

const REFUSED_BEFORE_ANY_QUERY = /^(ECONN|ENOTFOUND|EAI_|ETIMEDOUT|EHOST|ENET|28|3D000|53300|57P03)/;

/** Turns "nobody answers there" into an error for people; anything else stays what it was. */
export function asUnreachable(error: unknown, url: string): unknown {
  const code = codeOf(error);
  if (!REFUSED_BEFORE_ANY_QUERY.test(code)) return error;
  return new DomainError('unavailable', 'database.unreachable', {
    database: databaseOf(url),
    host: new URL(url).host,
    problem: error instanceof Error && error.message !== '' ? error.message : code,
  });
}

/** The code of a system or PostgreSQL error, or the empty text. */
export function codeOf(error: unknown): string {
  // Not `instanceof Error`: an error made by Node itself is of another realm where code runs in a vm.
  const hasCode = typeof error === 'object' && error !== null && 'code' in error;
  return hasCode && typeof error.code === 'string' ? error.code : '';
}

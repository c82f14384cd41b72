import { DomainError } from '../shared/domain-error.js';

/** What a personal access token is asked to be. */
export interface AccessTokenWish {
  readonly name: string;
  /** What it may do; never everything. */
  readonly operations: readonly string[];
  readonly expiresAt: Date;
}

/** A machine's key is renewed once a year at least. */
const ACCESS_TOKEN_DAYS_MAX = 366;
const NAME_LENGTH_MAX = 80;
const MILLISECONDS_A_DAY = 86_400_000;

/** The wish with its name trimmed and each operation once. @throws DomainError saying what is missing or wrong */
export function requireTokenWish(wish: AccessTokenWish, now: Date): AccessTokenWish {
  const name = wish.name.trim();
  if (name === '' || name.length > NAME_LENGTH_MAX)
    throw new DomainError('invalid', 'identity.token-name-empty', {});
  const operations = [...new Set(wish.operations.map((operation) => operation.trim()))].sort();
  if (operations.length === 0 || operations.includes('')) {
    throw new DomainError('invalid', 'identity.token-operations-empty', {});
  }
  const days = (wish.expiresAt.getTime() - now.getTime()) / MILLISECONDS_A_DAY;
  if (days > 0 && days <= ACCESS_TOKEN_DAYS_MAX) return { name, operations, expiresAt: wish.expiresAt };
  throw new DomainError('invalid', 'identity.token-expiry-wrong', { days: ACCESS_TOKEN_DAYS_MAX });
}

import { DomainError } from '../shared/domain-error.js';
import type { AccountNames } from './chain-hash.js';

/** An account as it is stored. */
export interface StoredAccount {
  readonly id: number;
  readonly code: string;
  readonly type: string;
}

/** The name of each account, as it is hashed, and each number or code that is stored twice. */
export function accountNames(accounts: readonly StoredAccount[]): {
  readonly names: AccountNames;
  readonly problems: readonly DomainError[];
} {
  const twice = [
    ...repeated(accounts.map(({ id }) => String(id))),
    ...repeated(accounts.map(({ code }) => code)),
  ];
  return {
    names: new Map(accounts.map(({ id, type, code }) => [id, `${type}:${code}`])),
    problems: twice.map((account) => new DomainError('conflict', 'ledger.account-twice', { account })),
  };
}

function repeated(keys: readonly string[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const key of keys) (seen.has(key) ? twice : seen).add(key);
  return twice;
}

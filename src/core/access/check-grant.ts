import { DomainError } from '../shared/domain-error.js';
import { isRole, roleNames, roles, type Role, type ScopeKind } from './role.js';
import { describeScope, type Scope } from './scope.js';

const scopeNames = {
  region: 'wilayah',
  payer: 'pembayar',
  person: 'seorang kader',
  installation: 'sistem ini',
} as const satisfies Record<ScopeKind, string>;

/**
 * The role that may be granted for this scope.
 *
 * @throws DomainError `access.role-unknown`, or `access.scope-mismatch` when the role is not held for such a scope
 */
export function grantableRole(text: string, scope: Scope): Role {
  if (!isRole(text)) {
    throw new DomainError('invalid', 'access.role-unknown', { role: text, known: roleNames.join(', ') });
  }
  const allowed: readonly ScopeKind[] = roles[text].scopes;
  if (allowed.includes(scope.kind)) return text;
  throw new DomainError('invalid', 'access.scope-mismatch', {
    role: text,
    scope: describeScope(scope),
    allowed: allowed.map((kind) => scopeNames[kind]).join(', '),
  });
}

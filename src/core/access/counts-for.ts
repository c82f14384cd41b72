import type { Grant } from './actor.js';
import { operations, readsWhole, type OperationName } from './operations.js';
import type { Role } from './role.js';
import { isWide } from './scope.js';

/** True when a grant lets its holder ask an operation anywhere: the role may, and what is whole is held widely. */
export function countsFor({ role, scope }: Grant, name: OperationName): boolean {
  return holdsRoleFor(role, name) && (isWide(scope) || !readsWhole(name));
}

/** True when the table gives the operation to this role. */
export function holdsRoleFor(role: Role, name: OperationName): boolean {
  const able: readonly Role[] = operations[name].roles;
  return able.includes(role);
}

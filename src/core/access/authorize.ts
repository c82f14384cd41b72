import { DomainError } from '../shared/domain-error.js';
import type { Actor, Grant, Mandate, Person } from './actor.js';
import { askingFor, isDelegated } from './mandate.js';
import { isForMachines, operations, type ActName, type Operation, type OperationName } from './operations.js';
import { holdsRoleFor } from './counts-for.js';
import { roles } from './role.js';
import { covers, describeScope, type Target } from './scope.js';

/**
 * Lets an actor act on everything that is touched, or refuses. Nothing to touch is refused too: an empty
 * list must never mean "everything".
 *
 * @param principalId for whom the actor acts; without it mandates count for nothing
 * @throws DomainError as `assertMayAsk`, `access.nothing-named`, `access.out-of-scope`
 */
export function authorize(
  actor: Actor,
  name: ActName,
  targets: readonly Target[],
  principalId?: number,
): void {
  if (actor.kind === 'system') return;
  const mandates = (actor.mandates ?? []).filter((mandate) => mandate.principalId === principalId);
  const able = assertMayAsk({ ...actor, mandates }, name);
  if (targets.length === 0) throw new DomainError('forbidden', 'access.nothing-named', { operation: name });
  const outside = targets.find((target) => !able.some((grant) => covers(grant.scope, target)));
  if (outside === undefined) return;
  throw new DomainError('forbidden', 'access.out-of-scope', {
    person: actor.fullName,
    operation: name,
    scope: describeScope(outside),
  });
}

/**
 * The grants and mandates by which a person may ask an operation anywhere at all, whatever it touches.
 *
 * @throws DomainError `access.token-limited`, `access.in-person`, `access.no-role`, `access.no-role-or-mandate`,
 *   `access.scope-too-narrow`, `access.second-factor`
 */
export function assertMayAsk(person: Person, name: OperationName): readonly (Grant | Mandate)[] {
  const operation: Operation = operations[name];
  const facts = { person: person.fullName, operation: name };
  if (person.onlyOperations?.includes(name) === false) {
    throw new DomainError('forbidden', 'access.token-limited', facts);
  }
  if (person.onlyOperations !== undefined && !isForMachines(name)) {
    throw new DomainError('forbidden', 'access.in-person', facts);
  }
  const { grants, mandates } = askingFor(person, name);
  const able = [...grants, ...mandates];
  if (able.length === 0) throw refusalFor(person, name);
  if (operation.kind === 'act' && operation.secondFactor === true && !person.hasSecondFactor) {
    throw new DomainError('forbidden', 'access.second-factor', facts);
  }
  return able;
}

function refusalFor({ fullName, grants }: Person, name: OperationName): DomainError {
  const facts = { person: fullName, operation: name };
  const held = grants.filter(({ role }) => holdsRoleFor(role, name));
  if (held.length > 0) {
    const scopes = held.map(({ scope }) => describeScope(scope)).join(', ');
    return new DomainError('forbidden', 'access.scope-too-narrow', { ...facts, held: scopes });
  }
  const needed = operations[name].roles.map((role) => roles[role].label).join('; ');
  const code = isDelegated(name) ? 'access.no-role-or-mandate' : 'access.no-role';
  return new DomainError('forbidden', code, { ...facts, needed });
}

import type { DelegatedStep } from '../approval/delegation.js';
import type { Grant, Mandate, Person } from './actor.js';
import { countsFor, holdsRoleFor } from './counts-for.js';
import type { ActName, OperationName } from './operations.js';
import { covers, type Target } from './scope.js';

/** A delegation that holds today, with what its principal may do now. */
export interface HeldDelegation {
  readonly step: DelegatedStep;
  readonly payer: Extract<Target, { kind: 'payer' }>;
  readonly principalId: number;
  readonly principalGrants: readonly Grant[];
}

const operationOf = {
  verify: 'request.verify',
  approve: 'request.approve',
  release: 'request.release',
  countersign: 'request.countersign',
} as const satisfies Record<DelegatedStep, ActName>;

/** Whoever takes a step must have seen what it is about. */
const seenBefore = ['request.read', 'control.read'] as const;

/** True for what can be delegated at all. */
export function isDelegated(name: OperationName): boolean {
  return Object.values<OperationName>(operationOf).includes(name);
}

/** What somebody may do for others: nobody delegates what she may not do herself. */
export function mandatesFrom(delegations: readonly HeldDelegation[]): readonly Mandate[] {
  return delegations.filter(mayHerself).map(({ step, payer, principalId }) => ({
    principalId,
    operations: [operationOf[step], ...seenBefore],
    scope: { kind: 'payer', code: payer.code },
  }));
}

/** The person as she asks for this: with the grants and mandates that let her, and no others widen what she sees. */
export function askingFor(person: Person, name: OperationName): Person & Required<Pick<Person, 'mandates'>> {
  const { grants, mandates = [] } = person;
  return {
    ...person,
    grants: grants.filter((grant) => countsFor(grant, name)),
    mandates: mandates.filter((mandate) => mandate.operations.includes(name)),
  };
}

function mayHerself({ step, payer, principalGrants }: HeldDelegation): boolean {
  const operation = operationOf[step];
  return principalGrants.some(({ role, scope }) => holdsRoleFor(role, operation) && covers(scope, payer));
}

import type { Grant } from '../access/actor.js';
import { countsFor } from '../access/counts-for.js';
import { isForMachines, isOperation, operationNames, type OperationName } from '../access/operations.js';
import { DomainError } from '../shared/domain-error.js';

/**
 * What a token may be made for: operations for machines that its owner may ask herself, wherever she may.
 *
 * @throws DomainError `identity.token-operation-unknown`, `...-in-person`, `...-not-held`
 */
export function requireTokenOperations(
  wished: readonly string[],
  grants: readonly Grant[],
): readonly OperationName[] {
  return wished.map((operation) => requireTokenOperation(operation, grants));
}

function requireTokenOperation(operation: string, grants: readonly Grant[]): OperationName {
  const facts = { operation, choices: operationNames.filter(isForMachines).join(', ') };
  if (!isOperation(operation)) throw new DomainError('invalid', 'identity.token-operation-unknown', facts);
  if (!isForMachines(operation))
    throw new DomainError('invalid', 'identity.token-operation-in-person', facts);
  if (grants.some((grant) => countsFor(grant, operation))) return operation;
  throw new DomainError('forbidden', 'identity.token-operation-not-held', { operation });
}

import { DomainError } from '../core/shared/domain-error.js';

/** Why the program does not start with this environment. The value is left out: it may be a secret. */
export function invalidVariable(variable: string, problem: string): DomainError {
  return new DomainError('invalid', 'configuration.invalid', { variable, problem });
}

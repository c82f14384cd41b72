import type { Actor } from '../../core/access/actor.js';
import { askingFor } from '../../core/access/mandate.js';
import type { OperationName } from '../../core/access/operations.js';
import { readingScope } from '../../core/access/reading-scope.js';

/** For what somebody holds the roles that let her ask this, as text: the same text, the same to be seen. */
export function standingFor(actor: Actor, operation: OperationName): string {
  return JSON.stringify(readingScope(actor.kind === 'person' ? askingFor(actor, operation) : actor) ?? null);
}

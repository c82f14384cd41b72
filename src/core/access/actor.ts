import type { OperationName } from './operations.js';
import type { Role } from './role.js';
import type { Scope } from './scope.js';

/** One role for one scope. */
export interface Grant {
  readonly role: Role;
  readonly scope: Scope;
}

/** What somebody may do for another who is away, by a delegation that holds today. */
export interface Mandate {
  readonly principalId: number;
  /** The step itself, and what must be read for it. */
  readonly operations: readonly OperationName[];
  readonly scope: Scope;
}

/** A signed-in person, or a machine with her or his token. */
export interface Person {
  readonly kind: 'person';
  readonly userId: number;
  readonly username: string;
  readonly fullName: string;
  /** In force now. */
  readonly grants: readonly Grant[];
  /** Used only where she says for whom she acts. */
  readonly mandates?: readonly Mandate[];
  /** True when this session was begun with a second factor; a token never has one. */
  readonly hasSecondFactor: boolean;
  /** What a token is limited to; undefined: everything its person may do. */
  readonly onlyOperations?: readonly OperationName[];
}

/** Whoever asks something. The system itself is the command line of the server, its jobs and its tests. */
export type Actor = Person | { readonly kind: 'system' };

export const SYSTEM: Actor = { kind: 'system' };

import type { ErrorCode, Fact, FactsOf } from '../messages/catalog.js';
import { describe } from '../messages/describe.js';

/**
 * What went wrong, as far as the edge must know it to choose an HTTP status or exit code.
 * `invalid`: the input breaks a rule; `missing`: the thing named is not there; `conflict`: the state does
 * not allow it (now); `stale`: it has changed since it was looked at; `unseen`: who changes it must say what was
 * looked at; `too-large`: more than is taken at once; `unauthenticated`: who asks has not shown who it is; `forbidden`: this person may not;
 * `throttled`: asked too often, later it may be allowed; `unavailable`: the machine or database cannot.
 */
export type ErrorKind =
  | 'invalid'
  | 'missing'
  | 'conflict'
  | 'stale'
  | 'unseen'
  | 'too-large'
  | 'unauthenticated'
  | 'forbidden'
  | 'throttled'
  | 'unavailable';

/** A refusal by a rule, for people: a code with facts. The wording lives in `core/messages`. */
export class DomainError<Code extends ErrorCode = ErrorCode> extends Error {
  override readonly name = 'DomainError';
  readonly facts: Readonly<Record<string, Fact>>;

  constructor(
    readonly kind: ErrorKind,
    readonly code: Code,
    facts: FactsOf<Code>,
  ) {
    super(`${code}: ${describe(code, facts)}`);
    this.facts = facts;
  }
}

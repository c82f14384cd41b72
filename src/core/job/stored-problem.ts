import { messages, type ErrorCode, type Fact } from '../messages/catalog.js';
import { DomainError, type ErrorKind } from '../shared/domain-error.js';
import { Refusals } from '../shared/refusals.js';

/** A refusal as it is kept: worded anew when it is read. Amounts are kept apart from other numbers. */
export interface StoredProblem {
  readonly kind: ErrorKind;
  readonly code: string;
  readonly facts: Readonly<Record<string, string | number | { readonly rupiah: string }>>;
}

const ABOUT_THE_JOB = /^(access|job|user|vault)\./;

/** What is kept of a refusal; undefined for an error that is nobody's refusal but our fault. */
export function storedProblems(error: unknown): readonly StoredProblem[] | undefined {
  if (error instanceof DomainError) return [storedProblem(error as DomainError)];
  return error instanceof Refusals ? error.problems.map(storedProblem) : undefined;
}

/** The refusal again. A code that a later version no longer has is told as a fault. */
export function refusalOf(problems: readonly StoredProblem[], job: number): DomainError | Refusals {
  const refusals = problems.map(({ kind, code, facts }) =>
    isErrorCode(code)
      ? new DomainError(kind, code, factsOf(facts))
      : new DomainError('unavailable', 'job.fault', { incident: `${String(job)}/${code}` }),
  );
  const [first, ...others] = refusals;
  return first !== undefined && others.length === 0 ? first : new Refusals(refusals);
}

/**
 * Why a job failed, for whoever looks after jobs and not at what they are about: rights and the work itself name no
 * kader, whatever else stands in a sheet may.
 */
export function problemsForOthers(problems: readonly StoredProblem[]): readonly StoredProblem[] {
  const told = problems.filter(({ code }) => ABOUT_THE_JOB.test(code));
  if (told.length > 0 || problems.length === 0) return told;
  return [{ kind: 'conflict', code: 'job.refused', facts: {} }];
}

function storedProblem({ kind, code, facts }: DomainError): StoredProblem {
  const kept = Object.entries(facts).map(([name, fact]) => [
    name,
    typeof fact === 'bigint' ? { rupiah: String(fact) } : fact,
  ]);
  return { kind, code, facts: Object.fromEntries(kept) as StoredProblem['facts'] };
}

function factsOf(facts: StoredProblem['facts']): Readonly<Record<string, Fact>> {
  return Object.fromEntries(
    Object.entries(facts).map(([name, fact]) => [
      name,
      typeof fact === 'object' ? BigInt(fact.rupiah) : fact,
    ]),
  );
}

function isErrorCode(code: string): code is ErrorCode {
  return Object.hasOwn(messages, code);
}

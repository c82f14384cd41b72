import { DomainError } from '../../core/shared/domain-error.js';
import { Refusals } from '../../core/shared/refusals.js';
import { describe } from '../../core/messages/describe.js';
import { isConnectionLost } from '../database/connection-lost.js';
import type { Outcome } from './outcome.js';
import { unreadableFile } from './unreadable-file.js';

/** What a refusal answers, code first; undefined for an error that is nobody's refusal but our fault. */
export function failureOutcome(error: unknown): Outcome | undefined {
  const problems = problemsOf(error);
  if (problems.length === 0) return undefined;
  return {
    refused: true,
    lines: problems.map((problem) => `${problem.code}: ${describe(problem.code, problem.facts)}`),
    json: {
      refused: problems.map(({ code, facts }) => ({ code, facts, message: describe(code, facts) })),
    },
  };
}

function problemsOf(error: unknown): readonly DomainError[] {
  if (error instanceof Refusals) return error.problems;
  if (error instanceof DomainError) return [error];
  if (isConnectionLost(error)) {
    return [new DomainError('unavailable', 'database.connection-lost', { problem: error.message })];
  }
  return [unreadableFile(error) ?? []].flat();
}

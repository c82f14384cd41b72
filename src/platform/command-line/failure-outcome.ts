import { DomainError } from '../../core/shared/domain-error.js';
import { Refusals } from '../../core/shared/refusals.js';
import { shownRefusal } from '../../core/messages/shown-refusal.js';
import { isConnectionLost } from '../database/connection-lost.js';
import type { Outcome } from './outcome.js';
import { unreadableFile } from './unreadable-file.js';

/** What a refusal answers, code first; undefined for an error that is nobody's refusal but our fault. */
export function failureOutcome(error: unknown): Outcome | undefined {
  const problems = problemsOf(error).map(shownRefusal);
  if (problems.length === 0) return undefined;
  return {
    refused: true,
    lines: problems.map(({ code, message }) => `${code}: ${message}`),
    json: { refused: problems },
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

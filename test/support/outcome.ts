import { DomainError } from '../../src/core/shared/domain-error.js';
import { Refusals } from '../../src/core/shared/refusals.js';

/** What an act answers, or the code by which it is refused. */
export async function outcomeOf(act: () => Promise<string>): Promise<string> {
  try {
    return await act();
  } catch (error) {
    return refusalCode(error);
  }
}

/** The code of a refusal, ours or of the database; what was not foreseen is told whole. */
export function refusalCode(error: unknown): string {
  if (error instanceof Refusals) return [...new Set(error.problems.map(({ code }) => code))].join();
  if (error instanceof DomainError) return String(error.code);
  return sqlState(error) ?? String(error);
}

export function sqlState(error: unknown): string | undefined {
  return error instanceof Error ? (error as { code?: string }).code : undefined;
}

import { DomainError } from '../../src/core/shared/domain-error.js';
import { Refusals } from '../../src/core/shared/refusals.js';

/** The codes by which an act is refused, none when it is not; anything else that is thrown stays thrown. */
export async function refusalCodes(act: () => unknown): Promise<string[]> {
  return (await refusalsOf(act)).map((problem) => problem.code);
}

/** The same with their facts. */
export async function refusalsOf(act: () => unknown): Promise<readonly DomainError[]> {
  try {
    await act();
    return [];
  } catch (error) {
    if (error instanceof Refusals) return error.problems;
    if (isRefusal(error)) return [error];
    throw error;
  }
}

/** As `instanceof` narrows it, its code would be of any type. */
export function isRefusal(error: unknown): error is DomainError {
  return error instanceof DomainError;
}

import { shownRefusal } from '../core/messages/shown-refusal.js';
import type { DomainError } from '../core/shared/domain-error.js';
import type { Told } from './answer-types.js';

/** A check whose problems are told in words, and not as the program keeps them. */
export function toldCheck<Check extends { readonly problems: readonly DomainError[] }>({
  problems,
  ...check
}: Check): Told<Check> {
  return { ...check, problems: problems.map((problem) => shownRefusal(problem)) };
}

import type { DomainError } from './domain-error.js';

/** Everything that stands in the way of one command, told at once instead of one by one. */
export class Refusals extends Error {
  override readonly name = 'Refusals';

  constructor(readonly problems: readonly DomainError[]) {
    super(problems.map((problem) => problem.message).join('\n'));
  }
}

/** Stops when anything stands in the way; each problem is told once. @throws Refusals */
export function refuseAny(problems: readonly DomainError[]): void {
  const distinct = new Map(problems.map((problem) => [problem.message, problem]));
  if (distinct.size > 0) throw new Refusals([...distinct.values()]);
}

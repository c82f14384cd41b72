import type { Person } from '../../core/access/actor.js';
import { operations } from '../../core/access/operations.js';

/** The regions in which this person may look at the roster, each once. */
export function ownRegions({ grants }: Person): string[] {
  const readers: readonly string[] = operations['roster.read'].roles;
  const codes = grants.flatMap(({ role, scope }) =>
    scope.kind === 'region' && readers.includes(role) ? [scope.code] : [],
  );
  return [...new Set(codes)].sort();
}

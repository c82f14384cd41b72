import type { Person } from '../../core/access/actor.js';
import { operations, type OperationName } from '../../core/access/operations.js';
import type { FrameLink } from '../../web/pages/document.js';

const links: readonly (FrameLink & { readonly operation?: OperationName })[] = [
  { path: '/', words: 'Beranda' },
  { path: '/spp', words: 'SPP', operation: 'request.read' },
  { path: '/kader', words: 'Kader', operation: 'roster.read' },
  { path: '/akun', words: 'Akun' },
];

/** The parts of the site that this person may look into. */
export function linksFor({ grants }: Person): FrameLink[] {
  const roles = new Set<string>(grants.map(({ role }) => role));
  return links
    .filter(
      ({ operation }) =>
        operation === undefined || operations[operation].roles.some((role) => roles.has(role)),
    )
    .map(({ path, words }) => ({ path, words }));
}

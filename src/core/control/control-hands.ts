import { groupBy } from '../shared/group-by.js';
import { raise, type Finding } from './finding.js';
import type { RequestUnderControl } from './request-under-control.js';

/**
 * C14: each step and signature by another person, and by nobody who recorded an account the request pays to; whom
 * somebody represents has a hand in it too.
 */
export function controlHands(request: RequestUnderControl): Finding[] {
  return [...twoParts(request), ...ownAccounts(request)];
}

function twoParts(request: RequestUnderControl): Finding[] {
  const { number } = request;
  return [...groupBy(request.hands, ({ person }) => person)]
    .filter(([, hands]) => hands.length > 1)
    .flatMap(([person, hands]) => {
      const parts = hands
        .map(({ part }) => part)
        .sort()
        .join(' dan ');
      return raise(request, 'control.same-hand', { evidence: { number, person, parts } });
    });
}

/** Who prepares may have recorded a first account; a change of one needs somebody else for every step. */
function ownAccounts(request: RequestUnderControl): Finding[] {
  const { number } = request;
  return request.hands.flatMap(({ part, person }) =>
    request.accountHands
      .filter((hand) => hand.person === person && (hand.isChange || part !== 'penyusun'))
      .flatMap(({ kader }) =>
        raise(request, 'control.account-hand', { evidence: { number, person, kader, part } }),
      ),
  );
}

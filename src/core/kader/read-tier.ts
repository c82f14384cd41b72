import { refusal } from '../formats/sheet/problem.js';
import { formatDate, type PlainDate } from '../shared/plain-date.js';
import type { RosterValues, RowRefusals } from './roster-references.js';
import type { StatedTier } from './roster-record.js';

/**
 * The tier a row states with its date and certificate; undefined without them, or when something of it is
 * refused. A tier that is only named stays a remark of the SK: no honor hangs on it.
 */
export function readTier(
  values: RosterValues,
  today: PlainDate,
  refuse: RowRefusals,
): StatedTier | undefined {
  const { tier, tierFrom, tierCertificate } = values;
  if (tierFrom === undefined && tierCertificate === undefined) return undefined;
  const filled = tierFrom === undefined ? 'tierCertificate' : 'tierFrom';
  for (const field of ['tier', 'tierFrom', 'tierCertificate'] as const) {
    if (values[field] === undefined) refuse.blank(field, filled, refusal('roster.tier-incomplete', {}));
  }
  if (tierFrom !== undefined && tierFrom > today) {
    refuse.at('tierFrom', refusal('roster.tier-in-future', { today: formatDate(today) }));
  }
  const stated = { tier, from: tierFrom, certificate: tierCertificate };
  return isWhole(stated) ? stated : undefined;
}

type Unread = { readonly [Field in keyof StatedTier]: StatedTier[Field] | undefined };

function isWhole(stated: Unread): stated is StatedTier {
  return Object.values(stated).every((value) => value !== undefined);
}

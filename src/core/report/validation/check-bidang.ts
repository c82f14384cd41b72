import { opdFor } from '../../bidang/bidang-opd.js';
import { startOf } from '../../bidang/bidang-start.js';
import { groupBy } from '../../shared/group-by.js';
import { formatDate } from '../../shared/plain-date.js';
import { formatMonth, monthOf } from '../../shared/service-month.js';
import { placeOn, statusOn } from '../roster/roster-facts.js';
import { say } from '../statement.js';
import type { Finding, ValidationFacts } from './facts.js';

const RULE_MAKER = 'pembuat kebijakan (Pokjanal atau Tim Pembina)';

/** Kader of one bidang in one nagari. */
interface Served {
  readonly nagariCode: string;
  readonly bidang: string;
  readonly kader: number;
}

/** Bidang that have kader but no OPD or no start, and referrals that no OPD answered in time. */
export function checkBidang(facts: ValidationFacts): Finding[] {
  const served = servedIn(facts);
  return [
    ...withoutOpd(served, facts),
    ...served.flatMap((one) => notStarted(one, facts)),
    ...overdue(facts),
  ];
}

function servedIn({ roster, on }: ValidationFacts): Served[] {
  const places = roster
    .filter((one) => statusOn(one, on) === 'aktif')
    .flatMap((one) => placeOn(one, on) ?? []);
  const groups = groupBy(places, ({ nagariCode, bidang }) => `${nagariCode} ${bidang}`);
  return [...groups.values()].map((group) => {
    const [{ nagariCode, bidang }] = group;
    return { nagariCode, bidang, kader: group.length };
  });
}

/** An OPD is named for a whole kabupaten: one finding for each, or for the nagari when only that is looked at. */
function withoutOpd(served: readonly Served[], { opds, on, regions }: ValidationFacts): Finding[] {
  const known = new Set(regions.map(({ code }) => code));
  const missing = served.filter((one) => opdFor(opds, one, on) === undefined);
  const placeOf = ({ nagariCode }: Served): string =>
    [nagariCode.slice(0, 5), nagariCode.slice(0, 8)].find((code) => known.has(code)) ?? nagariCode;
  return [...groupBy(missing, (one) => `${placeOf(one)} ${one.bidang}`).values()].map((group) => {
    const [first] = group;
    const count = group.reduce((sum, { kader }) => sum + kader, 0);
    const what = say('report.check-no-opd', { bidang: first.bidang, count, nagari: group.length });
    return { area: 'bidang', regionCode: placeOf(first), posyandu: null, what, since: null, who: RULE_MAKER };
  });
}

function notStarted(
  { nagariCode, bidang, kader: count }: Served,
  { starts, on }: ValidationFacts,
): Finding[] {
  const start = startOf(starts, nagariCode, bidang);
  if (start === 'no-phases' || (start !== 'never' && start.start <= monthOf(on))) return [];
  const when = start === 'never' ? 'belum ditetapkan mulai' : `baru mulai ${formatMonth(start.start)}`;
  const what = say('report.check-bidang-not-started', { bidang, count, when });
  return [{ area: 'bidang', regionCode: nagariCode, posyandu: null, what, since: null, who: RULE_MAKER }];
}

function overdue({ overdueReferrals }: ValidationFacts): Finding[] {
  return overdueReferrals.map((one): Finding => {
    const { id, subject, count, opdName, due, since, nagariCode, registrationNumber } = one;
    const facts = { referral: id, subject, count, opd: opdName, due: formatDate(due) };
    const what = say('report.check-referral-overdue', facts);
    return {
      area: 'bidang',
      regionCode: nagariCode,
      posyandu: registrationNumber,
      what,
      since,
      who: opdName,
    };
  });
}

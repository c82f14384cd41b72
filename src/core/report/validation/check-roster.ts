import { maskNik } from '../../formats/mask.js';
import { personKey } from '../../kader/person-name.js';
import { groupBy } from '../../shared/group-by.js';
import { addDays, daysInclusive, formatDate } from '../../shared/plain-date.js';
import {
  isActiveOn,
  lastDayOfPlace,
  placeOn,
  statusOn,
  type PlaceFacts,
  type RosterFacts,
} from '../roster/roster-facts.js';
import { say } from '../statement.js';
import type { Finding, PosyanduFacts, ValidationFacts } from './facts.js';

const OPERATOR = 'operator nagari (Kasi)';
const WALI = 'wali nagari, yang menetapkan SK';

/** What is missing or contradictory in people and their SK. */
export function checkRoster(facts: ValidationFacts): Finding[] {
  const people = facts.roster.flatMap((one) => checkDecree(one, facts));
  const serving = groupBy(
    facts.roster
      .filter((one) => statusOn(one, facts.on) === 'aktif')
      .flatMap((one) => one.places.filter((place) => isActiveOn(place, facts.on))),
    ({ posyanduId }) => posyanduId,
  );
  const staff = facts.posyandu.flatMap((one) => checkStaff(one, serving.get(one.id) ?? [], facts.norms));
  return [...people, ...checkTwice(facts), ...staff];
}

/** How a finding names somebody. */
export function named({ name, nik }: RosterFacts): string {
  return `${name} (${maskNik(nik)})`;
}

/** Where a finding about somebody belongs: her posyandu, or her nagari while she has none. */
export function placeOfKader(
  one: RosterFacts,
  { on }: ValidationFacts,
): Pick<Finding, 'regionCode' | 'posyandu'> {
  const place = placeOn(one, on);
  return place === undefined
    ? { regionCode: one.nagariCode, posyandu: null }
    : { regionCode: place.nagariCode, posyandu: place.registrationNumber };
}

function checkDecree(one: RosterFacts, facts: ValidationFacts): Finding[] {
  const { on, norms } = facts;
  const common = { area: 'roster', ...placeOfKader(one, facts), who: WALI } as const;
  const kader = named(one);
  const status = statusOn(one, on);
  if (status === 'tanpa-sk') return [{ ...common, what: say('report.check-no-sk', { kader }), since: null }];
  const place = placeOn(one, on);
  const last = place === undefined ? null : lastDayOfPlace(place);
  if (place === undefined || last === null || place.endedOn !== null) return [];
  const sk = place.skNumber;
  if (status === 'berakhir') {
    return [
      {
        ...common,
        what: say('report.check-sk-ended', { sk, kader, endedOn: formatDate(last) }),
        since: addDays(last, 1),
      },
    ];
  }
  const days = daysInclusive(on, last) - 1;
  const isFollowed = one.places.some(({ from }) => from > last);
  if (status !== 'aktif' || days > norms.endingDays || isFollowed) return [];
  const what = say('report.check-sk-ending', { sk, kader, endsOn: formatDate(last), days });
  return [{ ...common, what, since: null }];
}

/** The same name and birth date under two NIK: each of them is told, but the first. */
function checkTwice(facts: ValidationFacts): Finding[] {
  const living = facts.roster.filter((one) => statusOn(one, facts.on) === 'aktif');
  const sorted = [...living].sort((one, other) => one.kaderId - other.kaderId);
  return [...groupBy(sorted, (one) => `${personKey(one.name)}|${one.birthDate}`).values()].flatMap(
    ([first, ...others]) =>
      others.map((one): Finding => ({
        area: 'roster',
        ...placeOfKader(one, facts),
        what: say('report.check-person-twice', {
          kader: named(one),
          other: `${named(first)} di Nagari ${first.nagariName}`,
        }),
        since: null,
        who: OPERATOR,
      })),
  );
}

/** Too few, too many, or without somebody who must be there. */
function checkStaff(
  { registrationNumber, name, nagariCode }: PosyanduFacts,
  active: readonly PlaceFacts[],
  norms: ValidationFacts['norms'],
): Finding[] {
  const finding = (what: Finding['what']): Finding => ({
    ...{ area: 'roster', regionCode: nagariCode, posyandu: registrationNumber, what, since: null, who: WALI },
  });
  if (active.length === 0) return [finding(say('report.check-no-kader', { posyandu: name }))];
  const count = { posyandu: name, count: active.length, usual: norms.usualKader };
  const roles = norms.roles.filter((role) => !active.some((place) => place.role === role));
  return [
    ...(active.length < norms.usualKader ? [finding(say('report.check-few-kader', count))] : []),
    ...(active.length > norms.usualKader ? [finding(say('report.check-many-kader', count))] : []),
    ...roles.map((role) => finding(say('report.check-role-missing', { posyandu: name, role }))),
  ];
}

import { addDays, formatDate } from '../../shared/plain-date.js';
import { groupBy } from '../../shared/group-by.js';
import { formatMonth, lastDayOf, monthOf } from '../../shared/service-month.js';
import { isActiveOn, type PlaceFacts } from '../roster/roster-facts.js';
import { say } from '../statement.js';
import type { ActivityFacts, Finding, PosyanduFacts, ValidationFacts } from './facts.js';

/** Months without activity, activity nobody verified, and more people than the roster has. */
export function checkActivities(facts: ValidationFacts): Finding[] {
  const byPosyandu = groupBy(facts.activities, ({ posyanduId }) => posyanduId);
  const placesAt = groupBy(
    facts.roster.flatMap(({ places }) => places),
    ({ posyanduId }) => posyanduId,
  );
  return facts.posyandu.flatMap((posyandu) => {
    const held = [...(byPosyandu.get(posyandu.id) ?? [])].sort((one, other) => (one.on < other.on ? -1 : 1));
    return [
      ...silentMonths(posyandu, held, facts),
      ...held.flatMap((one) => checkOne(posyandu, one, placesAt.get(posyandu.id) ?? [])),
    ];
  });
}

function silentMonths(
  posyandu: PosyanduFacts,
  held: readonly ActivityFacts[],
  { months }: ValidationFacts,
): Finding[] {
  return months
    .filter((month) => !held.some(({ on }) => monthOf(on) === month))
    .map((month) => {
      const what = say('report.check-no-activity', { posyandu: posyandu.name, month: formatMonth(month) });
      return {
        ...placed(posyandu),
        what,
        since: addDays(lastDayOf(month), 1),
        who: 'operator nagari (Kasi)',
      };
    });
}

function checkOne(
  posyandu: PosyanduFacts,
  activity: ActivityFacts,
  places: readonly PlaceFacts[],
): Finding[] {
  const { on, attendance, isVerified } = activity;
  const kind = activity.kind.replaceAll('-', ' ');
  const about = { kind, posyandu: posyandu.name, heldOn: formatDate(on) };
  const active = places.filter((place) => isActiveOn(place, on)).length;
  return [
    ...(isVerified
      ? []
      : [
          {
            ...placed(posyandu),
            what: say('report.check-unverified', about),
            since: on,
            who: 'sekretaris nagari',
          },
        ]),
    ...(attendance <= active
      ? []
      : [
          {
            ...placed(posyandu),
            what: say('report.check-attendance', { ...about, count: attendance, active }),
            since: on,
            who: 'operator nagari (Kasi)',
          },
        ]),
  ];
}

function placed({ nagariCode, registrationNumber }: PosyanduFacts) {
  return { area: 'activity', regionCode: nagariCode, posyandu: registrationNumber } as const;
}

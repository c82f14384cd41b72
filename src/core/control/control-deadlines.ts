import { monthsPhrase } from '../formats/months-phrase.js';
import { groupBy } from '../shared/group-by.js';
import { daysInclusive, plainDate } from '../shared/plain-date.js';
import { fiscalYearOf } from '../shared/service-month.js';
import { activityIndex } from './activity-of-member.js';
import { raise, type Finding } from './finding.js';
import { linesByMember, monthsOf } from './lines-by-member.js';
import type { RequestUnderControl } from './request-under-control.js';

/** C16: reports that are not there, and the end of the budget year. */
export function controlDeadlines(request: RequestUnderControl): Finding[] {
  return [...missingReports(request), ...yearEnd(request)];
}

/** One finding a posyandu, however many of its kader are paid. */
function missingReports(request: RequestUnderControl): Finding[] {
  const activityOf = activityIndex(request);
  const silent = linesByMember(request).flatMap(([{ kaderId, ...member }, lines]) => {
    const { unreported, posyandu } = activityOf({ kaderId, ...member }, monthsOf(lines));
    return unreported.map((month) => ({ kaderId, month, posyandu }));
  });
  return [...groupBy(silent, ({ posyandu }) => posyandu)].flatMap(([posyandu, missing]) =>
    raise(request, 'control.report-missing', {
      evidence: {
        posyandu,
        months: monthsPhrase(monthsOf(missing)),
        people: new Set(missing.map(({ kaderId }) => kaderId)).size,
      },
    }),
  );
}

function yearEnd(request: RequestUnderControl): Finding[] {
  const year = Number(request.today.slice(0, 4));
  const days = daysInclusive(request.today, plainDate(`${String(year)}-12-31`));
  const isThisYears = request.months.some((month) => fiscalYearOf(month) === year);
  if (!isThisYears || days > request.settings.thresholds.yearEndDays) return [];
  return raise(request, 'control.year-end-near', { evidence: { days, year }, volatile: ['days'] });
}

import type { AttendanceComponent } from '../policy/honor-component.js';
import { portionOf } from '../shared/rounding.js';
import { earnedIn, notEarned, type ComponentOutcome, type WorkedMonth } from './component-outcome.js';

const PERCENT = 100;

/**
 * An amount a month for who attended enough of what her posyandu held on her days of service: whoever served a
 * part of the month is measured by the events of that part, so that days are not prorated again.
 */
export function attendanceAmount(component: AttendanceComponent, worked: WorkedMonth): ComponentOutcome {
  const { amount: full, threshold, below, rounding } = component;
  const { held, attended } = eventsOf(component, worked);
  if (held === 0) return notEarned('honor.no-event-held');
  // So many events are at least the percentage: 75% of 3 events is 2,25, which 3 events reach and 2 do not.
  const needed = 'count' in threshold ? threshold.count : Math.ceil((held * threshold.percent) / PERCENT);
  if (attended >= needed) {
    return earnedIn(worked, full, [{ step: 'attendance-met', attended, held, needed, amount: full }]);
  }
  const facts = { attended: String(attended), held: String(held), needed: String(needed) };
  if (attended === 0) return notEarned('honor.attendance-none', facts);
  if (below === 'none') return notEarned('honor.attendance-below', facts);
  const ofEvents = 'count' in threshold ? needed : held;
  const amount = portionOf(full, attended, ofEvents, rounding);
  return earnedIn(worked, amount, [
    { step: 'attendance-below', attended, held, needed, full, ofEvents, amount },
  ]);
}

function eventsOf({ activityKinds }: AttendanceComponent, { kader, month }: WorkedMonth) {
  const events = kader.posyanduEvents.get(month);
  let [held, attended] = [0, 0];
  for (const kind of activityKinds) {
    const count = events?.get(kind);
    held += count?.held ?? 0;
    attended += count?.attended ?? 0;
  }
  return { held, attended };
}

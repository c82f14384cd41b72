/** NIST SP 800-63B-4, 2.2.3 allows an hour at AAL2; an office computer is left alone sooner than that. */
const SESSION_IDLE_MINUTES = 30;
/** The same section allows 24 hours; a working day is enough. */
const SESSION_HOURS = 12;
/** How long ago the password and code may have been given by whoever changes by what she comes in. */
const CONFIRMED_RECENTLY_MINUTES = 15;

/** The moments that decide whether a session still counts. */
export interface SessionTimes {
  readonly confirmedAt: Date;
  readonly lastSeenAt: Date;
  readonly expiresAt: Date;
}

/** The moment a session ends that begins now, whatever is done in it. */
export function sessionExpiry(now: Date): Date {
  return new Date(now.getTime() + SESSION_HOURS * 3_600_000);
}

/** Whether a session counts now: neither too old nor left alone for too long. */
export function isSessionLive(session: Pick<SessionTimes, 'lastSeenAt' | 'expiresAt'>, now: Date): boolean {
  return now < session.expiresAt && minutesSince(session.lastSeenAt, now) < SESSION_IDLE_MINUTES;
}

/** Whether whoever holds the session showed a short while ago who she or he is. */
export function isConfirmedRecently(session: Pick<SessionTimes, 'confirmedAt'>, now: Date): boolean {
  return minutesSince(session.confirmedAt, now) < CONFIRMED_RECENTLY_MINUTES;
}

function minutesSince(moment: Date, now: Date): number {
  return (now.getTime() - moment.getTime()) / 60_000;
}

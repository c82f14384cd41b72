/** How long ended sessions and links are still there to be looked at; what happened to them is recorded for ever. */
const KEPT_DAYS = 30;

/** The moment before which whatever has ended is deleted. */
export function endedBefore(now: Date): Date {
  return new Date(now.getTime() - KEPT_DAYS * 86_400_000);
}

/** What a one-time link lets its holder do: become the first administrator, or set a password. */
export type LinkPurpose = 'first-administrator' | 'invitation' | 'reset';

const HOURS: Readonly<Record<LinkPurpose, number>> = {
  'first-administrator': 24,
  // An invitation goes by hand to a nagari without signal and back.
  invitation: 7 * 24,
  reset: 24,
};

/** When a link made now ends by itself. */
export function linkExpiry(purpose: LinkPurpose, now: Date): Date {
  return new Date(now.getTime() + HOURS[purpose] * 3_600_000);
}

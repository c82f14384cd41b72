import {
  isConfirmedRecently,
  isSessionLive,
  sessionExpiry,
} from '../../../src/core/identity/session-validity.js';

const NOON = new Date('2026-10-05T05:00:00Z');
const after = (minutes: number) => new Date(NOON.getTime() + minutes * 60_000);

describe('a session', () => {
  it('ends when nobody was seen for half an hour', () => {
    const session = { lastSeenAt: NOON, expiresAt: sessionExpiry(NOON) };
    expect(isSessionLive(session, after(29.9))).toBe(true);
    expect(isSessionLive(session, after(30))).toBe(false);
  });

  it('ends after half a day, however busy', () => {
    const expiresAt = sessionExpiry(NOON);
    expect(isSessionLive({ lastSeenAt: after(719), expiresAt }, after(719.9))).toBe(true);
    expect(isSessionLive({ lastSeenAt: after(719.9), expiresAt }, after(720))).toBe(false);
  });

  it('is confirmed for a quarter of an hour', () => {
    expect(isConfirmedRecently({ confirmedAt: NOON }, after(14.9))).toBe(true);
    expect(isConfirmedRecently({ confirmedAt: NOON }, after(15))).toBe(false);
  });
});

import fc from 'fast-check';
import {
  secondsBlocked,
  THROTTLE_BY_ADDRESS,
  THROTTLE_BY_NAME,
  withFailure,
  type FailureCount,
} from '../../../src/core/identity/sign-in-throttle.js';

const NOON = new Date('2026-10-05T05:00:00Z');
const after = (seconds: number) => new Date(NOON.getTime() + seconds * 1000);

function failures(count: number, policy = THROTTLE_BY_NAME): FailureCount | undefined {
  let state: FailureCount | undefined;
  for (let failure = 0; failure < count; failure += 1) state = withFailure(state, NOON, policy);
  return state;
}

describe('the throttle of sign-ins', () => {
  it.each([
    [0, 0],
    [4, 0],
    [5, 60],
    [6, 120],
    [7, 240],
    [9, 900],
    [1000, 900],
  ])('after %d failures by name: %d seconds', (count, seconds) => {
    expect(secondsBlocked(failures(count), NOON, THROTTLE_BY_NAME)).toBe(seconds);
  });

  it('has more room for an address, where a whole office may sit', () => {
    expect(secondsBlocked(failures(29), NOON, THROTTLE_BY_ADDRESS)).toBe(0);
    expect(secondsBlocked(failures(30), NOON, THROTTLE_BY_ADDRESS)).toBe(60);
  });

  it('lets the wait pass, and forgets after a day', () => {
    const state = failures(6);
    expect(secondsBlocked(state, after(119), THROTTLE_BY_NAME)).toBe(1);
    expect(secondsBlocked(state, after(120), THROTTLE_BY_NAME)).toBe(0);
    expect(withFailure(state, after(120), THROTTLE_BY_NAME).failures).toBe(7);
    expect(withFailure(state, after(86_400), THROTTLE_BY_NAME).failures).toBe(1);
  });

  it('never waits longer than its end, and never less for more failures', () => {
    fc.assert(
      fc.property(fc.nat(200), (count) => {
        const [fewer, more] = [count, count + 1].map((number) =>
          secondsBlocked({ failures: number, lastFailedAt: NOON }, NOON, THROTTLE_BY_NAME),
        );
        expect(more).toBeGreaterThanOrEqual(fewer ?? 0);
        expect(more).toBeLessThanOrEqual(THROTTLE_BY_NAME.waitSecondsMax);
      }),
    );
  });
});

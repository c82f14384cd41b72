import fc from 'fast-check';
import {
  secondsBlocked,
  THROTTLE_BY_ADDRESS,
  THROTTLE_BY_NAME,
  THROTTLE_BY_WAY,
  withFailure,
  type FailureCount,
} from '../../../src/core/identity/sign-in-throttle.js';

const NOON = new Date('2026-10-05T05:00:00Z');
const after = (seconds: number) => new Date(NOON.getTime() + seconds * 1000);

function failures(count: number, policy = THROTTLE_BY_WAY): FailureCount | undefined {
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
    [99, 900],
    [100, 86_400],
    [1000, 86_400],
  ])('after %d failures in one way: %d seconds', (count, seconds) => {
    expect(secondsBlocked(failures(count), NOON, THROTTLE_BY_WAY)).toBe(seconds);
  });

  it.each([
    [19, 0],
    [20, 60],
    [26, 3600],
    [99, 3600],
    [100, 86_400],
  ])('after %d failures by name from everywhere: %d seconds', (count, seconds) => {
    expect(secondsBlocked(failures(count), NOON, THROTTLE_BY_NAME)).toBe(seconds);
  });

  it('lets nobody guess at a name more than fifty times a day, from however many addresses', () => {
    let [state, now, tries] = [undefined as FailureCount | undefined, NOON, 0];
    while (now < after(86_400)) {
      const wait = secondsBlocked(state, now, THROTTLE_BY_NAME);
      if (wait === 0) [state, tries] = [withFailure(state, now, THROTTLE_BY_NAME), tries + 1];
      else now = new Date(now.getTime() + wait * 1000);
    }
    expect(tries).toBeLessThan(50);
  });

  it('has more room and no end for an address, where a whole office may sit', () => {
    expect(secondsBlocked(failures(29), NOON, THROTTLE_BY_ADDRESS)).toBe(0);
    expect(secondsBlocked(failures(30), NOON, THROTTLE_BY_ADDRESS)).toBe(60);
    expect(secondsBlocked(failures(1000), NOON, THROTTLE_BY_ADDRESS)).toBe(900);
  });

  it('lets the wait pass, and forgets after a day', () => {
    const state = failures(6);
    expect(secondsBlocked(state, after(119), THROTTLE_BY_WAY)).toBe(1);
    expect(secondsBlocked(state, after(120), THROTTLE_BY_WAY)).toBe(0);
    expect(withFailure(state, after(120), THROTTLE_BY_WAY).failures).toBe(7);
    expect(withFailure(state, after(86_400), THROTTLE_BY_WAY).failures).toBe(1);
  });

  it('never waits longer than its end, and never less for more failures', () => {
    fc.assert(
      fc.property(fc.nat(200), (count) => {
        const [fewer, more] = [count, count + 1].map((number) =>
          secondsBlocked({ failures: number, lastFailedAt: NOON }, NOON, THROTTLE_BY_WAY),
        );
        expect(more).toBeGreaterThanOrEqual(fewer ?? 0);
        expect(more).toBeLessThanOrEqual(THROTTLE_BY_WAY.forgottenAfterSeconds);
      }),
    );
  });
});

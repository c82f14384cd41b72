/** What is remembered of failed tries of one kind: under one name, from one address. */
export interface FailureCount {
  readonly failures: number;
  readonly lastFailedAt: Date;
}

export interface ThrottlePolicy {
  /** Failures that cost nothing: people mistype. */
  readonly free: number;
  /** The wait after the first failure beyond those; it doubles with each further one. */
  readonly waitSeconds: number;
  readonly waitSecondsMax: number;
  /** From so many failures in a row on, the wait is the time after which they are forgotten. */
  readonly failuresMax: number;
  /** After so long without a failure they are forgotten. */
  readonly forgottenAfterSeconds: number;
}

const DAY = 24 * 60 * 60;

/**
 * For one way to try one name: from one address, in one browser that its holder came in with before, or in one live
 * session. The growing waits and the hundred failures are those of NIST SP 800-63B-4, 3.2.2.
 */
export const THROTTLE_BY_WAY: ThrottlePolicy = {
  free: 5,
  waitSeconds: 60,
  waitSecondsMax: 15 * 60,
  failuresMax: 100,
  forgottenAfterSeconds: DAY,
};

/**
 * For one name from all addresses and browsers that its holder never came in with: whoever guesses from a thousand
 * addresses has about as many tries a day as whoever does from one, and keeps nobody out of where she works.
 */
export const THROTTLE_BY_NAME: ThrottlePolicy = { ...THROTTLE_BY_WAY, free: 20, waitSecondsMax: 60 * 60 };

/** By address, whatever the name: a whole office may sit behind one, so it has more room and no end. */
export const THROTTLE_BY_ADDRESS: ThrottlePolicy = {
  ...THROTTLE_BY_WAY,
  free: 30,
  failuresMax: Number.POSITIVE_INFINITY,
};

/** Seconds until another try is allowed, 0 when it is allowed now. */
export function secondsBlocked(count: FailureCount | undefined, now: Date, policy: ThrottlePolicy): number {
  if (count === undefined || isForgotten(count, now, policy) || count.failures < policy.free) return 0;
  const doublings = Math.min(count.failures - policy.free, 30);
  const growing = Math.min(policy.waitSeconds * 2 ** doublings, policy.waitSecondsMax);
  const wait = count.failures < policy.failuresMax ? growing : policy.forgottenAfterSeconds;
  return Math.max(0, Math.ceil(wait - secondsSince(count.lastFailedAt, now)));
}

/** The count with one more failure; those long ago are forgotten. */
export function withFailure(
  count: FailureCount | undefined,
  now: Date,
  policy: ThrottlePolicy,
): FailureCount {
  const before = count === undefined || isForgotten(count, now, policy) ? 0 : count.failures;
  return { failures: before + 1, lastFailedAt: now };
}

function isForgotten(count: FailureCount, now: Date, policy: ThrottlePolicy): boolean {
  return secondsSince(count.lastFailedAt, now) >= policy.forgottenAfterSeconds;
}

function secondsSince(moment: Date, now: Date): number {
  return (now.getTime() - moment.getTime()) / 1000;
}

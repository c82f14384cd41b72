/** What is remembered of failed sign-ins under one name, or from one address. */
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
  /** After so long without a failure they are forgotten. */
  readonly forgottenAfterSeconds: number;
}

/**
 * By user name: the growing waits of NIST SP 800-63B-4, 3.2.2. Its end after 100 failures in a row is not taken: by it
 * anybody could shut a colleague out for good, and four tries an hour come nowhere near a password of 15 characters.
 */
export const THROTTLE_BY_NAME: ThrottlePolicy = {
  free: 5,
  waitSeconds: 60,
  waitSecondsMax: 15 * 60,
  forgottenAfterSeconds: 24 * 60 * 60,
};

/** By address: a whole office may sit behind one, so it has more room. */
export const THROTTLE_BY_ADDRESS: ThrottlePolicy = { ...THROTTLE_BY_NAME, free: 30 };

/** Seconds until another try is allowed, 0 when it is allowed now. */
export function secondsBlocked(count: FailureCount | undefined, now: Date, policy: ThrottlePolicy): number {
  if (count === undefined || isForgotten(count, now, policy) || count.failures < policy.free) return 0;
  const doublings = Math.min(count.failures - policy.free, 30);
  const wait = Math.min(policy.waitSeconds * 2 ** doublings, policy.waitSecondsMax);
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

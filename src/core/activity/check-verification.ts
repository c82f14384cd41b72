import { DomainError } from '../shared/domain-error.js';

/**
 * Attendance earns honor, so who recorded it cannot also vouch for it. The database refuses it again.
 * @throws DomainError `activity.verify-own`
 */
export function checkVerification(recorders: readonly number[], verifier: number): void {
  const own = recorders.filter((recorder) => recorder === verifier).length;
  if (own > 0) throw new DomainError('forbidden', 'activity.verify-own', { count: own });
}

import { maskLongNumbers } from '../formats/mask-long-numbers.js';
import { DomainError } from '../shared/domain-error.js';

const SHORTEST = 10;

/**
 * Why somebody is shown what is private, as it is kept: in words, long enough to mean something, and without any number
 * of a person, because others read it.
 *
 * @throws DomainError `privacy.reason-too-short`
 */
export function checkReason(reason: string): string {
  const said = maskLongNumbers(reason.trim().replace(/\s+/g, ' '));
  if (said.replace(/[^\p{L}]/gu, '').length >= SHORTEST) return said;
  throw new DomainError('invalid', 'privacy.reason-too-short', { letters: SHORTEST });
}

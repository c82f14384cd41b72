import { DomainError } from '../shared/domain-error.js';
import type { Rupiah } from '../shared/rupiah.js';
import { sourceKey, type RegisteredSource } from './plan-funding-import.js';

/**
 * By how much a budget revision raises a ceiling; zero when it is that already.
 *
 * @throws DomainError when it would lower the ceiling, or names no legal basis
 */
export function planRevision(source: RegisteredSource, to: Rupiah, legalBasis: string): Rupiah {
  const key = sourceKey(source);
  if (legalBasis.trim() === '') {
    throw new DomainError('invalid', 'funding.revision-basis-missing', { source: key });
  }
  const { ceiling } = source;
  if (to >= ceiling) return to - ceiling;
  throw new DomainError('conflict', 'funding.revision-lowers', { source: key, before: ceiling, after: to });
}

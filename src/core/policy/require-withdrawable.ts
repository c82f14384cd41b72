import { DomainError } from '../shared/domain-error.js';
import { formatDate, type PlainDate } from '../shared/plain-date.js';
import { versionWords, type VersionName } from './supersession.js';

/** A version that somebody wants to take back, and what has come of it. */
export interface VersionToWithdraw {
  /** "honor-kader versi 2". */
  readonly name: string;
  /** Honor lines that were worked out by it. */
  readonly lines: number;
  readonly replacedBy: readonly VersionName[];
  readonly withdrawn: { readonly on: PlainDate } | null;
}

/**
 * Whether a version can be taken back: only while nobody's honor rests on it, and the last one first.
 *
 * @throws DomainError `policy.withdrawn-already`, `policy.withdrawn-used`, `policy.withdrawn-superseded`
 */
export function requireWithdrawable({ name, lines, replacedBy, withdrawn }: VersionToWithdraw): void {
  if (withdrawn !== null) {
    const facts = { version: name, on: formatDate(withdrawn.on) };
    throw new DomainError('conflict', 'policy.withdrawn-already', facts);
  }
  if (lines > 0) throw new DomainError('conflict', 'policy.withdrawn-used', { version: name, lines });
  const later = replacedBy.at(-1);
  if (later === undefined) return;
  throw new DomainError('conflict', 'policy.withdrawn-superseded', {
    version: name,
    by: versionWords(later),
  });
}

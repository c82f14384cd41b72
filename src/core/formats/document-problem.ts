import { DomainError } from '../shared/domain-error.js';

/** What is wrong at one path of a document; a long value is not repeated whole. */
export function documentProblem(
  kind: 'missing' | 'wrong' | 'unknown',
  at: string,
  value: unknown,
  expected: string,
): DomainError {
  const path = at === '' ? 'Berkas' : at;
  if (kind === 'unknown') return new DomainError('invalid', 'document.field-unknown', { path });
  if (kind === 'missing') return new DomainError('invalid', 'document.field-missing', { path, expected });
  const text = JSON.stringify(value).slice(0, 80);
  return new DomainError('invalid', 'document.field-wrong', { path, value: text, expected });
}

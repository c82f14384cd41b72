import { DomainError } from '../shared/domain-error.js';

/** Whose words a problem is told in: each has its `field-unknown`, `field-missing` and `field-wrong`. */
type Wording = 'approval' | 'control' | 'document' | 'policy';

type SayProblem = (
  kind: 'missing' | 'wrong' | 'unknown',
  at: string,
  value: unknown,
  expected: string,
) => DomainError;

const LONGEST = 80;

/**
 * Says what is wrong at one path of a document; a long value is not repeated whole.
 *
 * @param file what the document itself is called, when the problem is the whole of it
 */
export function problemsIn(wording: Wording, file = 'Berkas'): SayProblem {
  return (kind, at, value, expected) => {
    const path = at === '' ? file : at;
    if (kind === 'unknown') return new DomainError('invalid', `${wording}.field-unknown`, { path });
    if (kind === 'missing') return new DomainError('invalid', `${wording}.field-missing`, { path, expected });
    const shown = shorten(JSON.stringify(value));
    return new DomainError('invalid', `${wording}.field-wrong`, { path, value: shown, expected });
  };
}

/** What most documents say. */
export const documentProblem = problemsIn('document');

function shorten(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}...` : text;
}

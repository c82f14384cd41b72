import { DomainError } from '../shared/domain-error.js';
import { thingsToGuess } from './things-to-guess.js';

/** NIST SP 800-63B-4 (2025), 3.1.1.2: a password that may be the only factor has at least 15 characters. */
export const PASSWORD_LENGTH_MIN = 15;
/** The same section asks for 64 at least; an end is needed only so that nobody sends a book to be hashed. */
export const PASSWORD_LENGTH_MAX = 256;

// Fewer independent choices than these, and what is long is still quickly guessed: "bismillah123456" is one.
const THINGS_TO_GUESS_MIN = 4;

const SERVICE_WORDS = ['honorkader', 'honor', 'kader', 'posyandu', 'nagari', 'dharmasraya'] as const;

// Who uses more kinds of signs than these does not only set words apart.
const SEPARATORS_MAX = 3;
const BETWEEN_WORDS = /[^\p{L}\p{N}]+/gu;
const LETTERS_AND_DIGITS = /[\p{L}\p{N}\s]+/gu;

const LOOKS_LIKE: ReadonlyMap<string, string> = new Map([
  ...Array.from('@4', (sign) => [sign, 'a'] as const),
  ...Array.from('1!', (sign) => [sign, 'i'] as const),
  ...Array.from('5$', (sign) => [sign, 's'] as const),
  ['3', 'e'],
  ['0', 'o'],
  ['7', 't'],
]);

/** Whom a password is for, and what everybody would try first. */
export interface PasswordContext {
  readonly username: string;
  readonly fullName: string;
  /** Frequent passwords and well-known sayings, in small letters. */
  readonly common: ReadonlySet<string>;
  /** Names of the regions that work here. */
  readonly places: readonly string[];
}

/**
 * The password as it is hashed: composed characters, so that two keyboards that write é differently agree.
 * Nothing is cut off and no character is forbidden.
 */
export function normalizePassword(text: string): string {
  return text.normalize('NFKC');
}

/**
 * Holds a new password against the advice of NIST SP 800-63B-4, 3.1.1.2: long, not a common one, not made of the
 * user's or the service's name, a nagari, a saying or a walk over the keyboard; no mixture of kinds of characters is
 * asked for, and no change by calendar.
 *
 * @throws DomainError `identity.password-too-short`, `-too-long` or `-guessable`
 */
export function requireGoodPassword(text: string, context: PasswordContext): void {
  const password = normalizePassword(text);
  const { length } = Array.from(password);
  if (length < PASSWORD_LENGTH_MIN) {
    throw new DomainError('invalid', 'identity.password-too-short', { min: PASSWORD_LENGTH_MIN });
  }
  if (length > PASSWORD_LENGTH_MAX) {
    throw new DomainError('invalid', 'identity.password-too-long', { max: PASSWORD_LENGTH_MAX });
  }
  if (guessesOf(password.toLowerCase(), context) < THINGS_TO_GUESS_MIN) {
    throw new DomainError('invalid', 'identity.password-guessable', {});
  }
}

/** As it is written, without what stands between the words, and with letters for the signs that look like them. */
function guessesOf(small: string, { username, fullName, common, places }: PasswordContext): number {
  const words = {
    known: new Set([...SERVICE_WORDS, ...wordsOf(username), ...wordsOf(fullName)]),
    common: new Set([...common, ...places.flatMap(wordsOf)]),
  };
  const between = new Set(small.replace(LETTERS_AND_DIGITS, ''));
  const joined = small.replace(BETWEEN_WORDS, '');
  const read = Array.from(small, (sign) => LOOKS_LIKE.get(sign) ?? sign).join('');
  return Math.min(
    thingsToGuess(small, words),
    thingsToGuess(joined, words) + (between.size > SEPARATORS_MAX ? between.size : Math.min(between.size, 1)),
    thingsToGuess(read, words) + 1,
  );
}

function wordsOf(name: string): string[] {
  const small = normalizePassword(name).toLowerCase();
  return [small, small.replace(BETWEEN_WORDS, ''), ...small.split(/[^\p{L}\p{N}]+/u)].filter(
    (word) => word.length >= 3,
  );
}

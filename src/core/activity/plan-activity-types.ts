import { wordsOf } from '../formats/sheet/words.js';
import { DomainError } from '../shared/domain-error.js';
import { refuseAny } from '../shared/refusals.js';
import { REFERRAL_TYPE, type ActivityType } from './activity-type.js';

/** What a file of activity types would change. */
export interface ActivityTypePlan {
  readonly added: readonly ActivityType[];
  readonly changed: readonly ActivityType[];
  readonly removed: readonly string[];
  readonly unchanged: number;
}

/**
 * Holds a whole list of types against the recorded one: what the list leaves out goes, unless it is in use.
 *
 * @param used the codes that activities, policies or referrals name
 * @throws Refusals when a type in use would vanish, or a word would come to mean another type
 */
export function planActivityTypes(
  stated: readonly ActivityType[],
  recorded: readonly ActivityType[],
  used: ReadonlySet<string>,
): ActivityTypePlan {
  const before = new Map(recorded.map((type) => [type.code, type]));
  const codes = new Set(stated.map(({ code }) => code));
  const removed = recorded.map(({ code }) => code).filter((code) => !codes.has(code));
  refuseAny([
    ...repeatedCodes(stated),
    ...repeatedWords(stated),
    ...stated.flatMap(referralProblem),
    ...removed.filter((code) => isUsed(code, used)).map(vanished),
    ...recorded.filter(({ code }) => isUsed(code, used)).flatMap((type) => movedWords(type, stated)),
  ]);
  const added = stated.filter(({ code }) => !before.has(code));
  const changed = stated.filter((type) => {
    const known = before.get(type.code);
    return known !== undefined && JSON.stringify(fieldsOf(known)) !== JSON.stringify(fieldsOf(type));
  });
  return { added, changed, removed, unchanged: stated.length - added.length - changed.length };
}

function isUsed(code: string, used: ReadonlySet<string>): boolean {
  return code === REFERRAL_TYPE || used.has(code);
}

function vanished(type: string): DomainError {
  return new DomainError('conflict', 'activity-type.in-use', { type });
}

function repeatedCodes(stated: readonly ActivityType[]): DomainError[] {
  const codes = stated.map(({ code }) => code);
  const repeated = codes.filter((code, index) => codes.indexOf(code) !== index);
  return repeated.map((type) => new DomainError('invalid', 'activity-type.twice', { type }));
}

function repeatedWords(stated: readonly ActivityType[]): DomainError[] {
  const owners = new Map<string, string>();
  return stated.flatMap(({ code, words }) =>
    [code, ...words].flatMap((word) => {
      const one = owners.get(wordsOf(word)) ?? code;
      owners.set(wordsOf(word), one);
      return one === code
        ? []
        : [new DomainError('invalid', 'activity-type.word-twice', { word, one, other: code })];
    }),
  );
}

/** A sheet of last month, imported again, must find the activities it recorded. */
function movedWords({ code, words }: ActivityType, stated: readonly ActivityType[]): DomainError[] {
  const own = new Set([code, ...words].map(wordsOf));
  return stated
    .filter((other) => other.code !== code)
    .flatMap((other) =>
      other.words
        .filter((word) => own.has(wordsOf(word)))
        .map(
          (word) =>
            new DomainError('conflict', 'activity-type.word-moved', { word, one: code, other: other.code }),
        ),
    );
}

function referralProblem({ code, bidang, elsewhere }: ActivityType): DomainError[] {
  if (code !== REFERRAL_TYPE || (bidang === null && !elsewhere)) return [];
  return [new DomainError('invalid', 'activity-type.referral-any', {})];
}

function fieldsOf({ name, words, bidang, countsTargets, unit, elsewhere }: ActivityType): unknown {
  return [name, words, bidang, countsTargets, unit, elsewhere];
}

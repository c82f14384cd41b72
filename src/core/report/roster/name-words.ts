/** The words of a name, as they are compared: letters and digits only, all small. */
export function nameWords(name: string): string[] {
  return name
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

/** Whether each word that is looked for begins a word of a name: "siti am" finds Siti Aminah. */
export function isNamed(name: string, wanted: readonly string[]): boolean {
  const own = nameWords(name);
  return wanted.every((word) => own.some((one) => one.startsWith(word)));
}

/**
 * What any database finds in a name that `isNamed`, each behind something that is neither letter nor digit of ASCII,
 * and maybe in more names: what is small for other letters, each database says for itself.
 */
export function plainWords(words: readonly string[]): string[] {
  return words.flatMap((word) => word.match(/[a-z0-9]+/g) ?? []);
}

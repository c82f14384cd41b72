/** A golongan or group of ranks as policies and facts name it: `III`, `IX`, `PERWIRA-PERTAMA`. */
export function isGrade(text: string): boolean {
  return /^[A-Z]+(-[A-Z]+)*$/.test(text);
}

/** The golongan that somebody wrote: `III/b`, `gol. III b` and `iii` are all `III`; undefined when it is none. */
export function gradeOf(written: string): string | undefined {
  const text = written
    .trim()
    .toUpperCase()
    .replace(/^GOL(ONGAN)?\b\.?\s*/, '');
  const [, roman] = /^([IVX]+)(?:\s*[/.]?\s*[A-E])?$/.exec(text) ?? [];
  if (roman !== undefined) return roman;
  const words = text.replace(/\s+/g, '-');
  return isGrade(words) ? words : undefined;
}

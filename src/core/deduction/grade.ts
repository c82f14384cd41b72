import type { DeductionPolicy } from './deduction-policy.js';

/**
 * A golongan or group of ranks as policies and facts name it: `III`, `PERWIRA-PERTAMA`, `PPPK-III`.
 * Those of PPPK (I to XVII) are others than those of PNS (I to IV), and their rate is for the policy to state.
 */
export function isGrade(text: string): boolean {
  return /^[A-Z]+(-[A-Z]+)*$/.test(text);
}

/**
 * The golongan that somebody wrote: `III/b`, `gol. III b` and `iii` are all `III`, `P3K gol. IX` and `PPPK/IX` are
 * `PPPK-IX`; undefined when it is none.
 */
export function gradeOf(written: string): string | undefined {
  const text = written
    .trim()
    .toUpperCase()
    .replace(/^GOL(ONGAN)?\b\.?\s*/, '');
  const [, ofContract] = /^(?:PPPK|P3K)[\s./-]*(?:GOL(?:ONGAN)?\b[\s.]*)?([IVX]+)$/.exec(text) ?? [];
  if (ofContract !== undefined) return contractGrades.has(ofContract) ? `PPPK-${ofContract}` : undefined;
  const [, roman] = /^([IVX]+)(?:\s*[/.]?\s*[A-E])?$/.exec(text) ?? [];
  if (roman !== undefined) return roman;
  const words = text.replace(/\s+/g, '-');
  return isGrade(words) ? words : undefined;
}

/** Every golongan a kader may be recorded with: those of PNS and PPPK, and what else policies name, such as ranks. */
export function knownGrades(treatments: readonly DeductionPolicy['treatment'][]): ReadonlySet<string> {
  const named = treatments.flatMap((treatment) =>
    treatment.kind === 'pph21'
      ? [...(treatment.percentByGrade?.keys() ?? []), ...treatment.slipByGrade.keys()]
      : [],
  );
  return new Set([...servantGrades, ...[...contractGrades].map((grade) => `PPPK-${grade}`), ...named]);
}

const servantGrades = ['I', 'II', 'III', 'IV'];
const contractGrades: ReadonlySet<string> = new Set(
  'I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII'.split(' '),
);

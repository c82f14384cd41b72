import { refusal, type Refusal } from '../formats/sheet/problem.js';
import type { PlainDate } from '../shared/plain-date.js';
import type { TaxFactsRow } from './tax-facts-sheet.js';
import { factsOn, type TaxFact } from './tax-facts.js';

/** What one row of the sheet records: the facts that are new, or why it cannot be taken. */
export type TaxFactsPlan =
  | { readonly facts: readonly TaxFact[] }
  | { readonly field: 'nik' | 'from' | 'grade'; readonly refused: Refusal };

/**
 * @param known what is recorded of her, oldest first; undefined when nobody has this NIK
 * @param today no fact is recorded ahead of its day
 * @param grades every golongan there is: a word that no policy can know is a mistake of writing
 */
export function planTaxFacts(
  row: TaxFactsRow,
  known: readonly TaxFact[] | undefined,
  today: PlainDate,
  grades: ReadonlySet<string>,
): TaxFactsPlan {
  if (known === undefined) return { field: 'nik', refused: refusal('deduction.kader-unknown', {}) };
  const { from } = row;
  if (from > today) {
    return { field: 'from', refused: refusal('deduction.fact-in-future', { from, today }) };
  }
  const grade = row.grade?.grade;
  if (typeof grade === 'string' && !grades.has(grade)) {
    const facts = { grade, known: [...grades].join(', ') };
    return { field: 'grade', refused: refusal('deduction.grade-unknown', facts) };
  }
  const stated = statedBy(row);
  if (stated.length === 0) return { field: 'nik', refused: refusal('deduction.no-fact', {}) };
  const inForce = factsOn(known, from);
  return { facts: stated.filter(({ kind, value }) => inForce[kind]?.value !== value) };
}

function statedBy({ npwp, grade, participant, ptkp, from }: TaxFactsRow): TaxFact[] {
  const facts: TaxFact[] = [];
  if (npwp !== undefined) facts.push({ kind: 'npwp', value: npwp, from });
  if (grade !== undefined) facts.push({ kind: 'grade', value: grade.grade, from });
  if (participant !== undefined) facts.push({ kind: 'participant', value: participant, from });
  if (ptkp !== undefined) facts.push({ kind: 'ptkp', value: ptkp, from });
  return facts;
}

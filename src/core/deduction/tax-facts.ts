import type { PlainDate } from '../shared/plain-date.js';

/** What is recorded of a kader for her deductions. `npwp`: padan (her NIK is one), ada or tidak; `ptkp`: `TK/0`. */
export type TaxFactKind = 'npwp' | 'grade' | 'participant' | 'ptkp';

/** A fact that holds from a day until the next of its kind; null: from this day there is none. */
export interface TaxFact {
  readonly kind: TaxFactKind;
  readonly value: string | null;
  readonly from: PlainDate;
}

/** What holds of one kader on one day; a fact that was never recorded is left out. */
export type TaxFacts = Readonly<Partial<Record<TaxFactKind, TaxFact>>>;

/** The facts in force on a day; of two from the same day the later recorded counts. */
export function factsOn(facts: readonly TaxFact[], day: PlainDate): TaxFacts {
  const inForce: Partial<Record<TaxFactKind, TaxFact>> = {};
  for (const fact of facts) {
    const earlier = inForce[fact.kind];
    if (fact.from <= day && (earlier === undefined || fact.from >= earlier.from)) inForce[fact.kind] = fact;
  }
  return inForce;
}

import { personalColumns, type SealedTreatment } from './personal-columns.js';

/** A column whose values are sealed. */
export interface SealedColumn extends Omit<SealedTreatment, 'kind'> {
  readonly table: string;
  readonly column: string;
}

/** Every sealed column: what a rotation of keys goes through. */
export const sealedColumns: readonly SealedColumn[] = personalColumns.flatMap(
  ({ table, column, treatment }) =>
    treatment.kind === 'sealed'
      ? [{ table, column, purpose: treatment.purpose, ...digestOf(treatment) }]
      : [],
);

function digestOf({ digest }: SealedTreatment): Pick<SealedColumn, 'digest'> {
  return digest === undefined ? {} : { digest };
}

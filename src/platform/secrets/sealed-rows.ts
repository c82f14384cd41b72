import type { Purpose } from '../../core/privacy/purpose.js';
import type { FieldVault } from './field-vault.js';

/** A row as the database has it, with these fields still sealed. */
export type Sealed<Row, Field extends keyof Row> = Omit<Row, Field> & {
  readonly [Name in Field]: Uint8Array | Extract<Row[Name], null>;
};

/** The rows with their sealed fields opened; what is null stays null. @throws DomainError `vault.*` */
export function openRows<Row, Field extends keyof Row & string>(
  vault: FieldVault,
  rows: readonly Sealed<Row, Field>[],
  purposes: Readonly<Record<Field, Purpose>>,
): Row[] {
  const fields = Object.entries(purposes) as [Field, Purpose][];
  return rows.map((row) => {
    const opened: Record<string, unknown> = { ...row };
    for (const [field, purpose] of fields) {
      const sealed: Uint8Array | null = row[field];
      opened[field] = sealed === null ? null : vault.open(purpose, sealed);
    }
    return opened as Row;
  });
}

/** One field as it was and as it would be; `before` is null where nothing was known. */
export interface FieldChange {
  readonly field: string;
  readonly before: string | null;
  readonly after: string;
}

/** The change of one field, if it is one; a row that says nothing (undefined) changes nothing. */
export function changeOf(field: string, before: string | null, after: string | undefined): FieldChange[] {
  return after === undefined || after === before ? [] : [{ field, before, after }];
}

/** A check outside of a test file: what was found has at least this. */
export function mustMatch(found: object, expected: object): void {
  expect(found).toMatchObject(expected);
}

/** A check outside of a test file: what was found is this, to the last part. */
export function mustEqual(found: unknown, expected: unknown): void {
  expect(found).toEqual(expected);
}

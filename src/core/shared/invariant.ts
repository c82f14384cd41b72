/**
 * Stops the program when one of our own assumptions is false. A `DomainError` is for people and can be
 * mended by them; a broken invariant is a bug of ours and must crash.
 */
export function invariant(condition: boolean, claim: string): asserts condition {
  if (!condition) throw new Error(`Invariant broken: ${claim}`);
}

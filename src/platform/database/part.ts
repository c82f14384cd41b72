/**
 * Which part of a list that grows somebody reads; with neither, all of it. A repository orders such a list by a key
 * that is unique and never changes, and compares with that key alone.
 */
export interface Part<Key extends readonly unknown[] = readonly [number]> {
  /** Key of the last item of the part before; undefined = from the beginning. */
  readonly after?: Key | undefined;
  /** Items at most; undefined = all. */
  readonly limit?: number | undefined;
}

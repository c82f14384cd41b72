/** What was read at a place of a list: what of it is wanted, and the key of the last that was looked at. */
export interface Look<Item, Key> {
  readonly wanted: readonly Item[];
  /** Undefined at the end of the list. */
  readonly last: Key | undefined;
}

// Mostly the first look fills the page. Where it does not, few are wanted, and each look asks several things.
const AT_LEAST = 500;

/**
 * Part of a list whose items are chosen by a rule that only the program knows: looks at as many as are asked for,
 * again and again, until enough are wanted or the list is over. Memory holds two looks at most.
 *
 * @param after key of the last item of the part before; undefined = from the beginning
 * @param look reads that many items after a key, in the order of the keys
 */
export async function fillPart<Item, Key>(
  { after, limit }: { readonly after: Key | undefined; readonly limit: number },
  look: (after: Key | undefined, count: number) => Promise<Look<Item, Key>>,
): Promise<Item[]> {
  const items: Item[] = [];
  let from = after;
  for (let count = limit; items.length < limit; count = Math.max(limit, AT_LEAST)) {
    const { wanted, last } = await look(from, count);
    if (last === undefined) break;
    items.push(...wanted);
    from = last;
  }
  return items.slice(0, limit);
}

type Items<Item> = Iterable<Item> | AsyncIterable<Item>;
type Change<In, Out> = (item: In, index: number) => Out;

/** Changes items one by one as they are read, so that no list of them is held; what is at hand stays at hand. */
export function mapLazily<In, Out>(items: Items<In>, change: Change<In, Out>): Items<Out> {
  // Awaiting each item of a plain list would cost more than changing it.
  return Symbol.iterator in items ? mapNow(items, change) : mapLater(items, change);
}

function* mapNow<In, Out>(items: Iterable<In>, change: Change<In, Out>): Generator<Out> {
  let index = 0;
  for (const item of items) yield change(item, index++);
}

async function* mapLater<In, Out>(items: AsyncIterable<In>, change: Change<In, Out>): AsyncGenerator<Out> {
  let index = 0;
  for await (const item of items) yield change(item, index++);
}

import { DomainError } from '../core/shared/domain-error.js';

/** One page of a list, and how to ask for the next. */
export interface Page<Item> {
  readonly items: readonly Item[];
  /** Send it back as `cursor`; absent on the last page. */
  readonly next?: string;
}

const MAX_ITEMS = 500;

/**
 * The page after a cursor, of a list in ascending order of a key that is unique and never changes: what is added
 * meanwhile neither hides nor repeats anything.
 *
 * @throws DomainError `http.cursor-unreadable`
 */
export function pageOf<Item>(
  list: readonly Item[],
  keyOf: (item: Item) => number | string,
  { cursor, limit = 100 }: { cursor?: string | undefined; limit?: number | undefined },
): Page<Item> {
  const after = cursor === undefined ? undefined : readCursor(cursor);
  const rest = after === undefined ? list : list.filter((item) => isAfter(keyOf(item), after));
  const items = rest.slice(0, Math.min(limit, MAX_ITEMS));
  const last = items.at(-1);
  if (last === undefined || items.length === rest.length) return { items };
  return { items, next: writeCursor(keyOf(last)) };
}

function isAfter(key: number | string, after: number | string): boolean {
  return typeof key === typeof after && key > after;
}

function writeCursor(key: number | string): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

function readCursor(cursor: string): number | string {
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (typeof key === 'number' || typeof key === 'string') return key;
  } catch {
    // Falls through: any text that is no cursor of ours is answered the same way.
  }
  throw new DomainError('invalid', 'http.cursor-unreadable', { cursor: cursor.slice(0, 40) });
}

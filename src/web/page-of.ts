import { DomainError } from '../core/shared/domain-error.js';
import { parsePlainDate, type PlainDate } from '../core/shared/plain-date.js';

/** One page of a list, and how to ask for the next. */
export interface Page<Item> {
  readonly items: readonly Item[];
  /** Send it back as `cursor`; absent on the last page. */
  readonly next?: string;
}

const MAX_ITEMS = 500;

const MAX_NUMBER = 2_147_483_647;

/** What a part of a cursor is: a number of the database, a word, or a day. */
interface KeyKinds {
  readonly number: number;
  readonly string: string;
  readonly day: PlainDate;
}

type KeyKind = keyof KeyKinds;

type Key<Kinds extends readonly KeyKind[]> = {
  readonly [Index in keyof Kinds]: KeyKinds[Kinds[Index]];
};

/** Which part of a list a database is asked for. */
export interface Window<Kinds extends readonly KeyKind[]> {
  /** The key of the last item of the page before; undefined on the first one. */
  readonly after: Key<Kinds> | undefined;
  /** Items on the page. Ask for one more: `pageFrom` tells by it whether there is a next page. */
  readonly limit: number;
}

/**
 * Where a page begins, for a list that the database cuts, in the order of a key that is unique and never changes: what
 * is added meanwhile neither hides nor repeats anything. What a cursor holds comes from outside: it is checked
 * against the kinds of the key, and is a value to compare with, never a part of a statement.
 *
 * @throws DomainError `http.cursor-unreadable`
 */
export function windowOf<const Kinds extends readonly KeyKind[]>(
  { cursor, limit = 100 }: { cursor?: string | undefined; limit?: number | undefined },
  kinds: Kinds,
): Window<Kinds> {
  const after = cursor === undefined ? undefined : readKey(cursor, kinds);
  return { after, limit: Math.min(limit, MAX_ITEMS) };
}

/** One page of a list that the database cuts: `read` is asked for one more than the page shows. */
export async function onePage<const Kinds extends readonly KeyKind[], Item>(
  wish: { cursor?: string | undefined; limit?: number | undefined },
  kinds: Kinds,
  read: (part: Window<Kinds>) => Promise<readonly Item[]>,
  keyOf: (item: Item) => Key<Kinds>,
): Promise<Page<Item>> {
  const { after, limit } = windowOf(wish, kinds);
  return pageFrom(await read({ after, limit: limit + 1 }), keyOf, limit);
}

/** The page out of the items that the database answered, one more than the limit when there are more. */
export function pageFrom<Item>(
  found: readonly Item[],
  keyOf: (item: Item) => readonly (number | string)[],
  limit: number,
): Page<Item> {
  const items = found.slice(0, limit);
  const last = items.at(-1);
  return last === undefined || found.length <= limit ? { items } : { items, next: writeCursor(keyOf(last)) };
}

function readKey<Kinds extends readonly KeyKind[]>(cursor: string, kinds: Kinds): Key<Kinds> {
  const key = parsed(cursor);
  const isOurs =
    Array.isArray(key) && key.length === kinds.length && kinds.every((kind, index) => fits(kind, key[index]));
  if (!isOurs) throw unreadable(cursor);
  return key as unknown as Key<Kinds>;
}

// A number beyond int4, or a character that no text of the database can hold, would be an error of the database.
function fits(kind: KeyKind, part: unknown): boolean {
  if (kind === 'number') return Number.isInteger(part) && Math.abs(Number(part)) <= MAX_NUMBER;
  if (typeof part !== 'string') return false;
  if (kind === 'day') return parsePlainDate(part) !== undefined;
  return part.length <= 400 && !/[\p{Cc}\p{Surrogate}]/u.test(part);
}

function writeCursor(key: unknown): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

function parsed(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    // Any text that is no cursor of ours is answered the same way.
    return undefined;
  }
}

function unreadable(cursor: string): DomainError {
  return new DomainError('invalid', 'http.cursor-unreadable', { cursor: cursor.slice(0, 40) });
}

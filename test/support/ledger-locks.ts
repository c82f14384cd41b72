import type { DataSource } from 'typeorm';

/** Something that others wait for until it is opened. */
export interface Gate {
  readonly opened: Promise<void>;
  open(): void;
}

export function aGate(): Gate {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { opened, open };
}

/** Who waits for the lock of the periods, as the database tells it: to post, or alone to close. */
interface Waiting {
  readonly posting: number;
  readonly closing: number;
}

/** Returns when as many wait for the periods; the database is asked again and again, without a pause. @throws when they never do */
export async function untilTheyWait(database: DataSource, expected: Waiting): Promise<void> {
  for (let asked = 0; asked < 20_000; asked += 1) {
    const [waiting] = await database.query<Waiting[]>(
      `select count(*) filter (where mode = 'ShareLock')::int as posting,
              count(*) filter (where mode = 'ExclusiveLock')::int as closing
       from pg_locks
       where locktype = 'advisory' and objid = 1310000002 and not granted
         and database = (select oid from pg_database where datname = current_database())`,
    );
    if (waiting?.posting === expected.posting && waiting.closing === expected.closing) return;
  }
  throw new Error(`They never waited: ${JSON.stringify(expected)}`);
}

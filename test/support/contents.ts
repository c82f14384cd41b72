import pg from 'pg';

/** What every table held at one moment: how many rows, and a digest of their contents. */
export type Contents = Readonly<Record<string, string>>;

/** Asks what every table of the app and its ledger holds, but those that are named. */
export async function contentsOf(watcher: pg.Client, but: readonly string[] = []): Promise<Contents> {
  const { rows: tables } = await watcher.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
     where schemaname in ('public', 'ledger') order by 1`,
  );
  const parts = tables
    .filter(({ name }) => !but.includes(name))
    .map(
      ({ name }) =>
        `select '${name}' as name, count(*) || ' rows ' || md5(string_agg(row::text, e'\\n' order by row::text)) as held from ${name} row`,
    );
  const { rows } = await watcher.query<{ name: string; held: string | null }>(parts.join(' union all '));
  return Object.fromEntries(rows.map(({ name, held }) => [name, held ?? 'empty']));
}

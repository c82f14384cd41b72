import { ask } from './session.js';

const TABLES = `
  select pg_class.oid::regclass::text from pg_class join pg_namespace on pg_namespace.oid = relnamespace
  where nspname not in ('pg_catalog', 'information_schema') and nspname not like 'pg\\_%' and relkind in ('r', 'm')
  order by 1`;

/** Everything in every table of a database as PostgreSQL writes it: text, JSON, bytes, whatever columns there are. */
export async function databaseText(url: string): Promise<ReadonlyMap<string, string>> {
  const texts = new Map<string, string>();
  for (const table of (await ask(url, TABLES)) as string[]) {
    const [text] = await ask(url, `select coalesce(string_agg(it::text, E'\\n'), '') from ${table} it`);
    texts.set(table, String(text));
  }
  return texts;
}

import pg from 'pg';

/** One question to a database over a connection of its own. */
export async function ask(url: string, query: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client
    .query<unknown[]>({ text: query, rowMode: 'array' })
    .finally(() => client.end());
  return rows.flat();
}

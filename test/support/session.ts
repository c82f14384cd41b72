import pg from 'pg';

/** One question to a database over a connection of its own. */
export async function ask(url: string, query: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<unknown[]>({ text: query, rowMode: 'array' });
    return rows.flat();
  } finally {
    await client.end();
  }
}

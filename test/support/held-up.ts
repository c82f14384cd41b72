import pg from 'pg';

/** Holds up whoever calculates on this database, until the act is over. */
export async function whileCalculatingIsHeldUp(
  databaseUrl: string,
  act: (holder: pg.Client) => Promise<void>,
): Promise<void> {
  const holder = new pg.Client({ connectionString: databaseUrl });
  await holder.connect();
  try {
    await holder.query('begin; lock table calculation in share mode');
    await act(holder);
  } finally {
    await holder.end();
  }
}

import type pg from 'pg';

/**
 * Returns when somebody waits for a lock that the transaction of this connection holds; it is asked again and again,
 * without a pause. @throws when nobody ever does
 */
export async function untilSomebodyWaitsFor(holder: pg.Client): Promise<void> {
  for (let asked = 0; asked < 20_000; asked += 1) {
    const { rowCount } = await holder.query(
      'select from pg_locks where not granted and pg_backend_pid() = any(pg_blocking_pids(pid))',
    );
    if (rowCount !== 0) return;
  }
  throw new Error('Nobody ever waited for the lock.');
}

import type { Tx } from './transaction.js';

/** Lets one transaction at a time do the work of this name; the others wait until it has ended. */
export async function lockFor(tx: Tx, work: string): Promise<void> {
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [work]);
}

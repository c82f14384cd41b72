import type { Tx } from './transaction.js';

/**
 * Asks a large statement by the plan its connection has of it, whatever the values: for a statement of many parts
 * that are each looked up by an index, planning anew takes longer than carrying it out.
 */
export async function planOnce<Result>(tx: Tx, ask: () => Promise<Result>): Promise<Result> {
  await tx.query(`set local plan_cache_mode = force_generic_plan`);
  const result = await ask();
  await tx.query(`set local plan_cache_mode = auto`);
  return result;
}

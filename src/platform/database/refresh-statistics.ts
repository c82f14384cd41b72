import type { Queryable } from './query-rows.js';

/**
 * Lets the planner know how large tables have become, where they have doubled since it was last told. Call it after
 * many rows were added; inside a transaction only under a lock, for two that refresh one table wait for each other.
 */
export async function refreshStatistics(database: Queryable, tables: readonly string[]): Promise<void> {
  await database.query('select refresh_statistics($1::text[]::regclass[])', [[...tables]]);
}

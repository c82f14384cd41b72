import { invariant } from '../../core/shared/invariant.js';
import type { Tx } from './transaction.js';

/** Something written SQL can be sent to: a transaction, or a data source for a single statement. */
export type Queryable = Pick<Tx, 'query'>;

/** The rows of one written statement; also of INSERT, UPDATE and DELETE with RETURNING. */
export async function queryRows<Row>(
  database: Queryable,
  sql: string,
  parameters: readonly unknown[] = [],
): Promise<Row[]> {
  const result: unknown = await database.query(sql, [...parameters]);
  invariant(Array.isArray(result), 'a statement answers a list');
  // TypeORM answers [rows, count] to UPDATE and DELETE, and plain rows to everything else.
  const [rows, count] = result as [unknown, unknown];
  const isPair = result.length === 2 && Array.isArray(rows) && typeof count === 'number';
  return (isPair ? rows : result) as Row[];
}

/** The one row of a statement that always answers one. */
export async function queryRow<Row>(
  database: Queryable,
  sql: string,
  parameters: readonly unknown[] = [],
): Promise<Row> {
  const [row, ...others] = await queryRows<Row>(database, sql, parameters);
  invariant(row !== undefined && others.length === 0, 'the statement answers exactly one row');
  return row;
}

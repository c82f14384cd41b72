import pg from 'pg';

/** Runs statements as a superuser to whom no trigger applies, acts, and puts the budgets back. */
export async function whileBudgetsTampered<Result>(
  ownerUrl: string,
  statements: readonly string[],
  act: () => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  await client.query(`set session_replication_role = replica;
    create temp table kept_move as select * from budget_move;
    create temp table kept_source as select * from funding_source`);
  try {
    for (const statement of statements) await client.query(statement);
    return await act();
  } finally {
    await client.query(putBack);
    await client.end();
  }
}

const MOVE_COLUMNS = `id, funding_source_id, kind, amount, reference, idempotency_key, moved_by, moved_at, batch_id,
  note, retracts_id`;
const putBack = `
  delete from budget_move;
  insert into budget_move (${MOVE_COLUMNS}) overriding system value select ${MOVE_COLUMNS} from kept_move;
  update funding_source source
    set ceiling = kept.ceiling, reserved = kept.reserved, spent = kept.spent, received = kept.received
    from kept_source kept where kept.id = source.id`;

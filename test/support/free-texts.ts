import pg from 'pg';

const FREE_TEXT =
  '^(full_name|name|account_name|title|position|basis|basis_.*|reason|note|result_note|answer|text|legal_basis_number|opd_name|jorong|sk_number|certificate|description|activity_code|account_code|file_name|issuer|agent)$';

interface Column {
  readonly table: string;
  readonly column: string;
}

/**
 * Writes this text wherever people may have typed one, behind the back of everything that guards it, each time with a
 * number; answers which columns hold it now.
 */
export async function writeEverywhere(ownerUrl: string, text: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('set session_replication_role = replica');
    const written: string[] = [];
    for (const { table, column } of await columnsOf(client)) {
      const sql = `update "${table}" set "${column}" = $1 || ' ' || split_part(trim(ctid::text, '()'), ',', 2)
                   where "${column}" is not null`;
      if (await isTaken(client, sql, text)) written.push(`${table}.${column}`);
    }
    for (const path of ['{name}', '{legalBasis,title}', '{components,0,name}']) {
      const sql = `update honor_policy set document = jsonb_set(document, '${path}', to_jsonb($1::text))`;
      if (await isTaken(client, sql, text)) written.push(`honor_policy.document ${path}`);
    }
    return written;
  } finally {
    await client.end();
  }
}

async function columnsOf(client: pg.Client): Promise<Column[]> {
  const { rows } = await client.query<Column>(
    `select table_name as "table", column_name as "column" from information_schema.columns
     join information_schema.tables using (table_schema, table_name)
     where table_schema = 'public' and table_type = 'BASE TABLE' and data_type = 'text' and column_name ~ $1
     order by 1, 2`,
    [FREE_TEXT],
  );
  return rows;
}

/** Whether there was anything to write, and a check of the database let it stand. */
async function isTaken(client: pg.Client, sql: string, text: string): Promise<boolean> {
  try {
    return ((await client.query(sql, [text])).rowCount ?? 0) > 0;
  } catch (error) {
    if (error instanceof pg.DatabaseError) return false;
    throw error;
  }
}

import pg from 'pg';

interface TextColumn {
  readonly table: string;
  readonly column: string;
}

/** Looks into every text of a database, as its owner. */
interface EveryText {
  /** Which of these texts stand somewhere, exactly so. */
  kept(texts: readonly string[]): Promise<string[]>;
  tables(): Promise<string[]>;
}

export async function everyText(ownerUrl: string): Promise<EveryText> {
  const ask = async <Row extends pg.QueryResultRow>(sql: string, values: unknown[] = []): Promise<Row[]> => {
    const client = new pg.Client({ connectionString: ownerUrl });
    await client.connect();
    try {
      return (await client.query<Row>(sql, values)).rows;
    } finally {
      await client.end();
    }
  };
  const columns = await ask<TextColumn>(
    `select table_name as "table", column_name as "column" from information_schema.columns
     join information_schema.tables using (table_schema, table_name)
     where table_schema = 'public' and table_type = 'BASE TABLE' and data_type in ('text', 'character varying')`,
  );
  const look = columns
    .map(({ table, column }) => {
      return `select "${column}" as text from "${table}" where "${column}" = any ($1::text[])`;
    })
    .join(' union ');
  return {
    kept: async (texts) => (await ask<{ text: string }>(look, [texts])).map(({ text }) => text).sort(),
    tables: async () => {
      const sql = `select schemaname || '.' || tablename as name from pg_tables
                   where schemaname not like 'pg\\_temp%' order by name`;
      return (await ask<{ name: string }>(sql)).map(({ name }) => name);
    },
  };
}

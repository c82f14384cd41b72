import { entities } from '../../src/app.module.js';
import { testDatabase } from '../support/database.js';

const dataSource = await testDatabase(entities);

interface SchemaColumn {
  readonly name: string;
  readonly type: string;
  readonly nullable: boolean;
}

const shortTypes: Readonly<Record<string, string>> = {
  integer: 'int',
  'timestamp with time zone': 'timestamptz',
  'ARRAY of _text': 'text[]',
  'ARRAY of _int4': 'int[]',
  character: 'char',
};

describe('the rows TypeORM maps', () => {
  it.each(dataSource.entityMetadatas.map((metadata) => [metadata.tableName, metadata] as const))(
    '%s has every column of its table, with its type',
    async (table, metadata) => {
      const stored = await dataSource.query<SchemaColumn[]>(
        `select column_name as name, is_nullable = 'YES' as nullable,
           case data_type when 'ARRAY' then 'ARRAY of ' || udt_name else data_type end as type
         from information_schema.columns where table_schema = 'public' and table_name = $1 order by column_name`,
        [table],
      );
      const mapped = metadata.columns.map((column) => ({
        name: column.databaseName,
        type: `${String(column.type)}${column.isArray ? '[]' : ''}`,
        nullable: column.isNullable,
      }));
      expect(mapped.sort((one, other) => (one.name < other.name ? -1 : 1))).toEqual(
        stored.map((column) => ({ ...column, type: shortTypes[column.type] ?? column.type })),
      );
    },
  );
});

import { connectDatabase } from '../../../src/platform/database/open-database.js';
import { testDatabaseUrl } from '../../support/database.js';

const url = await testDatabaseUrl();
const dataSource = await connectDatabase({ url, entities: [], poolSize: 1 });
const prepared = () =>
  dataSource.query<{ statement: string }[]>(
    `select statement from pg_prepared_statements where name like 'often%'`,
  );

describe('a connection of the application', () => {
  afterAll(() => dataSource.destroy());

  it('prepares what it is asked the third time, and answers the same', async () => {
    const double = 'select $1::int * 2 as doubled';
    for (const value of [1, 2, 3, 4]) {
      expect(await dataSource.query(double, [value])).toEqual([{ doubled: value * 2 }]);
      expect(await prepared()).toEqual(value < 3 ? [] : [{ statement: double }]);
    }
  });

  it('goes on after a prepared statement was refused', async () => {
    const divide = 'select 6 / $1::int as divided';
    for (const value of [1, 2, 3]) await dataSource.query(divide, [value]);
    await expect(dataSource.query(divide, [0])).rejects.toThrow('division by zero');
    expect(await dataSource.query(divide, [6])).toEqual([{ divided: 1 }]);
  });

  it('does not pile up statements whose text is put together each time', async () => {
    for (let number = 0; number < 450; number++) {
      const text = `select $1::int + ${String(number)} as sum`;
      for (const value of [1, 2, 3]) await dataSource.query(text, [value]);
    }
    expect((await prepared()).length).toBeLessThanOrEqual(400);
    expect(await dataSource.query('select $1::int + 449 as sum', [1])).toEqual([{ sum: 450 }]);
  });
});

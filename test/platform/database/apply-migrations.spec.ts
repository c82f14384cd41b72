import { migrations } from '../../../migrations/index.js';
import { connectDatabase, openDatabase } from '../../../src/platform/database/open-database.js';
import { emptyDatabaseUrl, testDatabaseUrl } from '../../support/database.js';
import { ask } from '../../support/session.js';

const emptyUrl = await emptyDatabaseUrl();
const newerUrl = await testDatabaseUrl();
const NAMES = 'select name from migrations order by id';

describe('applyMigrations', () => {
  it('applies each migration once when several processes start together', async () => {
    const starting = [1, 2, 3, 4].map(() => openDatabase({ url: emptyUrl, entities: [] }));
    const started = await Promise.all(starting);
    expect(await ask(emptyUrl, NAMES)).toEqual(migrations.map((migration) => migration.name));
    await Promise.all(started.map((dataSource) => dataSource.destroy()));
  });

  it('holds no lock once it is done', async () => {
    const dataSource = await openDatabase({ url: emptyUrl, entities: [] });
    expect(await dataSource.query(`select count(*) from pg_locks where locktype = 'advisory'`)).toEqual([
      { count: 0n },
    ]);
    await dataSource.destroy();
  });

  it('refuses a database that a newer application has used, by the name of what it does not know', async () => {
    await ask(newerUrl, `insert into migrations (timestamp, name) values (9, 'FromTheFuture9')`);
    await expect(openDatabase({ url: newerUrl, entities: [] })).rejects.toMatchObject({
      code: 'database.too-new',
      facts: { migration: 'FromTheFuture9' },
    });
    const asItIs = await connectDatabase({ url: newerUrl, entities: [] });
    await asItIs.destroy();
  });
});

import { testDatabase } from '../../support/database.js';

const dataSource = await testDatabase();

describe('applyMigrations', () => {
  it('finds nothing to do on a database that is up to date', async () => {
    expect(await dataSource.showMigrations()).toBe(false);
  });
});

import { createDatabase } from '../../../src/platform/database/administer-databases.js';
import { databaseOf, withDatabase } from '../../../src/platform/database/database-url.js';
import { emptyDatabaseUrl } from '../../support/database.js';
import { ask } from '../../support/session.js';

const url = await emptyDatabaseUrl();

describe('createDatabase', () => {
  it('makes one database however many processes want it at the same moment', async () => {
    const name = `${databaseOf(url)}_wanted`;
    try {
      await Promise.all([1, 2, 3, 4, 5, 6].map(() => createDatabase(url, name)));
      expect(await ask(withDatabase(url, name), 'select current_database()')).toEqual([name]);
    } finally {
      await ask(url, `drop database if exists "${name}" with (force)`);
    }
  });
});

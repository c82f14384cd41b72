import pg from 'pg';
import { createDatabase, recreateDatabase } from '../../../src/platform/database/administer-databases.js';
import { databaseOf, withDatabase } from '../../../src/platform/database/database-url.js';
import { emptyDatabaseUrl } from '../../support/database.js';
import { refusalCodes } from '../../support/refusal.js';
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

describe('recreateDatabase', () => {
  it('does not throw away what somebody is working on', async () => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      expect(await refusalCodes(() => recreateDatabase(url, databaseOf(url)))).toEqual([
        'demo.already-running',
      ]);
    } finally {
      await client.end();
    }
  });
});

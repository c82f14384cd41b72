import { DataSource } from 'typeorm';
import { refreshStatistics } from '../../../src/platform/database/refresh-statistics.js';
import { testApp } from '../../support/app.js';

const { app } = await testApp();
const database = app.get(DataSource);
const known = () =>
  database.query<unknown[]>(`select reltuples::int as rows from pg_class where oid = 'app_user'::regclass`);
const addUsers = (prefix: string, count: number) =>
  database.query(
    `insert into app_user (username, full_name, position, created_at)
     select $1 || number, 'Nama Orang', 'Petugas', now() from generate_series(1, $2::int) as number`,
    [prefix, count],
  );

describe('statistics', () => {
  it('are read anew of a table that has doubled, and only then', async () => {
    await addUsers('satu', 1000);
    await refreshStatistics(database, ['app_user']);
    expect(await known()).toEqual([{ rows: 1000 }]);
    await addUsers('dua', 100);
    await refreshStatistics(database, ['app_user']);
    expect(await known()).toEqual([{ rows: 1000 }]);
    await addUsers('tiga', 1500);
    await refreshStatistics(database, ['app_user']);
    expect(await known()).toEqual([{ rows: 2600 }]);
  });

  it('are of our own tables only', async () => {
    await expect(refreshStatistics(database, ['no_such_table'])).rejects.toThrow('no_such_table');
    await refreshStatistics(database, ['pg_catalog.pg_authid']);
  });
});

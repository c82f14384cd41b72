import { migrations } from '../../migrations/index.js';
import { openDatabase } from '../../src/platform/database/open-database.js';
import { emptyDatabaseUrl } from '../support/database.js';
import { ask } from '../support/session.js';

const url = await emptyDatabaseUrl();

// Everything a migration can leave behind, by name; a dropped column changes the attributes.
const SCHEMA = `
  select kind || ' ' || name from (
    select 'relation' as kind, oid::regclass::text as name from pg_class where relnamespace = 'public'::regnamespace
    union all
    select 'column', attrelid::regclass || '.' || attname || ' ' || format_type(atttypid, atttypmod)
      from pg_attribute join pg_class on pg_class.oid = attrelid
      where relnamespace = 'public'::regnamespace and attnum > 0 and not attisdropped
    union all
    select 'constraint', conrelid::regclass || ' ' || pg_get_constraintdef(oid)
      from pg_constraint where connamespace = 'public'::regnamespace
    union all
    select 'trigger', tgrelid::regclass || ' ' || tgname from pg_trigger where not tgisinternal
    union all
    select 'function', p.oid::regprocedure::text from pg_proc p
      where pronamespace = 'public'::regnamespace
        and not exists (select from pg_depend where objid = p.oid and deptype = 'e')
  ) as object order by 1`;

describe('migrations', () => {
  it('go up, down to where they began, and up to the same schema', async () => {
    const dataSource = await openDatabase({ url, entities: [] });
    const first = await ask(url, SCHEMA);

    for (const migration of migrations) {
      expect(migration.name).not.toBe('');
      await dataSource.undoLastMigration({ transaction: 'each' });
    }
    // The list of what was applied is TypeORM's own, and empty by now.
    await ask(url, 'drop table migrations');
    expect(await ask(url, SCHEMA)).toEqual([]);

    await dataSource.runMigrations({ transaction: 'each' });
    expect(await ask(url, SCHEMA)).toEqual(first);
    await dataSource.destroy();
  });

  it('are listed oldest first, each named by its time', () => {
    const times = migrations.map((migration) => Number(migration.name.slice(-13)));
    expect(times.every(Number.isSafeInteger)).toBe(true);
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(new Set(times).size).toBe(times.length);
  });
});

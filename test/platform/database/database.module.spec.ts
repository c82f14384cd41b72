import { NestFactory } from '@nestjs/core';
import { Column, DataSource, Entity, PrimaryColumn } from 'typeorm';
import { SystemClock } from '../../../src/platform/clock.js';
import { readConfiguration, type Configuration } from '../../../src/platform/configuration.js';
import { withLogin } from '../../../src/platform/database/database-url.js';
import { SYSTEM } from '../../../src/core/access/actor.js';
import { statedAct } from '../../../src/core/audit/stated-act.js';
import { DatabaseModule } from '../../../src/platform/database/database.module.js';
import { testDatabaseUrl } from '../../support/database.js';
import { temporaryFolder } from '../../support/embedded-folder.js';
import { ask } from '../../support/session.js';

@Entity('region')
class RegionRow {
  @PrimaryColumn('text') code!: string;
  @Column('text') name!: string;
}

const embedded: Configuration = { ...readConfiguration({}), dataFolder: await temporaryFolder() };
const ownUrl = await testDatabaseUrl();

describe('DatabaseModule', () => {
  it('runs the embedded server with a migrated database, and stops it at shutdown', async () => {
    const app = await start(embedded, { name: 'honor', fresh: false });
    const dataSource = app.get(DataSource);
    await dataSource.getRepository(RegionRow).insert({ code: '13', name: 'Sumatera Barat' });
    const { url } = dataSource.options as { url: string };

    await app.close();
    expect(dataSource.isInitialized).toBe(false);
    await expect(ask(url, 'select 1')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });

  it('finds the data again, unless it is asked for a fresh database', async () => {
    expect(await regionsAfterStart({ name: 'honor', fresh: false })).toEqual(1);
    expect(await regionsAfterStart({ name: 'honor_demo', fresh: true })).toEqual(0);
    expect(await regionsAfterStart({ name: 'honor', fresh: true })).toEqual(0);
  });

  it('uses an own server, where a fresh database is another one', async () => {
    const configuration = { ...embedded, databaseUrl: ownUrl };
    const app = await start(configuration, { name: 'honor', fresh: false });
    await app.get(DataSource).getRepository(RegionRow).insert({ code: '13', name: 'Sumatera Barat' });
    await app.close();

    const demo = await start(configuration, { name: 'demo', fresh: true });
    expect(await demo.get(DataSource).getRepository(RegionRow).count()).toBe(0);
    await demo.close();
    expect(await ask(ownUrl, 'select name from region')).toEqual(['Sumatera Barat']);
  });

  it('logs in as the application, which cannot become the owner', async () => {
    const app = await start(embedded, { name: 'honor', fresh: false });
    const dataSource = app.get(DataSource);
    const rows: unknown = await dataSource.query('select session_user::text, current_user::text');
    expect(rows).toEqual([{ session_user: 'honor_app', current_user: 'honor_app' }]);
    await expect(dataSource.query('set role honor')).rejects.toMatchObject({ code: '42501' });
    await app.close();
  });

  it('lets go of the server when the schema is refused', async () => {
    const app = await start(embedded, { name: 'honor', fresh: false });
    const dataSource = app.get(DataSource);
    const { url } = dataSource.options as { url: string };
    await ask(
      withLogin(url, 'honor'),
      `insert into migrations (timestamp, name) values (9, 'FromTheFuture9')`,
    );
    await app.close();

    await expect(start(embedded, { name: 'honor', fresh: false })).rejects.toMatchObject({
      code: 'database.too-new',
    });
    await expect(ask(url, 'select 1')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });
});

async function regionsAfterStart(database: { name: string; fresh: boolean }): Promise<number> {
  const app = await start(embedded, database);
  const count = await app.get(DataSource).getRepository(RegionRow).count();
  await app.close();
  return count;
}

const NOWHERE = { address: '', agent: '', operation: '', reason: '' };

async function start(configuration: Configuration, database: { name: string; fresh: boolean }) {
  const module = DatabaseModule.forRoot({
    configuration,
    database,
    entities: [RegionRow],
    clock: new SystemClock(),
    standing: { scopeNow: () => undefined, actNow: () => statedAct(SYSTEM, NOWHERE) },
  });
  return NestFactory.createApplicationContext(module, { abortOnError: false, logger: false });
}

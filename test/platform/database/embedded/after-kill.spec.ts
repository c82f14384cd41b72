import { once } from 'node:events';
import { watch } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import {
  ensureRunning,
  type EmbeddedServer,
} from '../../../../src/platform/database/embedded/embedded-server.js';
import { embeddedClient } from '../../../support/embedded-client.js';
import { embeddedFolder } from '../../../support/embedded-folder.js';
import { ask } from '../../../support/session.js';

const START_TIME = 'select pg_postmaster_start_time()::text';

describe('after kill -9', () => {
  it('of the app: the server left behind is adopted, with its data', async () => {
    const options = await embeddedFolder();
    const app = embeddedClient(options);
    const { url } = await app.answer;
    const [started] = await ask(url, START_TIME);
    await ask(url, 'create table kept as select 75000 as amount');
    await app.kill();

    const server = await ensureRunning(options);
    expect(server.startedByUs).toBe(false);
    expect(await ask(server.urlOf('postgres'), START_TIME)).toEqual([started]);
    expect(await ask(server.urlOf('postgres'), 'select amount from kept')).toEqual([75000]);
    await server.release();
  });

  it('of the server: the next start has what was committed, and only that', async () => {
    const options = await embeddedFolder({ durable: true });
    const server = await ensureRunning(options);
    await ask(server.urlOf('postgres'), 'create table kept as select 1 as n');
    const open = new pg.Client({ connectionString: server.urlOf('postgres') });
    open.on('error', () => undefined);
    await open.connect();
    await open.query('begin');
    await open.query('insert into kept values (2)');

    await killServer(server);
    const again = await ensureRunning(options);
    expect(again.startedByUs).toBe(true);
    expect(await ask(again.urlOf('postgres'), 'select n from kept')).toEqual([1]);
    await server.release();
    await again.release();
  });

  it('of the server while a child of it is still at work: the start waits for it and succeeds', async () => {
    const options = await embeddedFolder();
    const server = await ensureRunning(options);
    const busy = new pg.Client({ connectionString: server.urlOf('postgres') });
    busy.on('error', () => undefined);
    await busy.connect();
    // Does not look up from its work, so it outlives the postmaster by a second or so.
    const work = busy.query('select count(*) from generate_series(1, 8000000)').catch(() => undefined);

    await killServer(server);
    const again = await ensureRunning(options);
    expect(await ask(again.urlOf('postgres'), 'select 1')).toEqual([1]);
    await work;
    await again.release();
  });

  it('of the app while it makes the cluster: the next start makes it anew', async () => {
    const options = await embeddedFolder();
    const watcher = watch(options.dataFolder);
    const app = embeddedClient(options);
    for (let name = ''; !name.startsWith('new-');)
      [, name] = (await once(watcher, 'change')) as [string, string];
    watcher.close();
    await app.kill();

    const server = await ensureRunning(options);
    expect(await ask(server.urlOf('postgres'), 'select 1')).toEqual([1]);
    await server.release();
  });

  it('and a restart of the machine: the number in postmaster.pid is another program now', async () => {
    const options = await embeddedFolder();
    const before = await ensureRunning(options);
    const file = join(before.clusterFolder, 'postmaster.pid');
    const lines = await readFile(file, 'utf8');
    await before.release();

    await writeFile(file, lines.replace(/^\d+/, String(process.pid)));
    const server = await ensureRunning(options);
    expect(server.startedByUs).toBe(true);
    await server.release();
  });
});

async function killServer(server: EmbeddedServer): Promise<void> {
  const [pid] = (await readFile(join(server.clusterFolder, 'postmaster.pid'), 'utf8')).split('\n');
  process.kill(Number(pid), 'SIGKILL');
}

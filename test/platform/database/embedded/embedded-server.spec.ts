import { once } from 'node:events';
import { mkdir, readFile, readdir, stat, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { ensureRunning } from '../../../../src/platform/database/embedded/embedded-server.js';
import { embeddedFolder } from '../../../support/embedded-folder.js';
import { ask } from '../../../support/session.js';

describe('ensureRunning', () => {
  it('starts a server for ordinary Indonesian text that only this computer reaches, with the password', async () => {
    const server = await ensureRunning(await embeddedFolder());
    const url = server.urlOf('postgres');

    expect(server.startedByUs).toBe(true);
    expect(await ask(url, `select upper('é'), current_setting('listen_addresses')`)).toEqual([
      'É',
      '127.0.0.1',
    ]);
    await expect(ask(url.replace(/:[^:@]+@/, ':guess@'), 'select 1')).rejects.toMatchObject({
      code: '28P01',
    });
    await server.release();
  });

  it('keeps the password to the account that runs it', async () => {
    const server = await ensureRunning(await embeddedFolder());
    const password = await stat(join(server.clusterFolder, '..', 'password'));
    const cluster = await stat(server.clusterFolder);

    expect(password.mode & 0o777).toBe(0o600);
    expect(password.uid).toBe(cluster.uid);
    expect(cluster.uid).not.toBe(0);
    await server.release();
  });

  it('is stopped by whoever leaves last, and comes back on the same port', async () => {
    const options = await embeddedFolder();
    const first = await ensureRunning(options);
    const second = await ensureRunning(options);
    expect([second.startedByUs, second.port]).toEqual([false, first.port]);

    await first.release();
    expect(await ask(second.urlOf('postgres'), 'select 1')).toEqual([1]);
    await second.release();
    await expect(ask(second.urlOf('postgres'), 'select 1')).rejects.toMatchObject({ code: 'ECONNREFUSED' });

    const again = await ensureRunning(options);
    expect([again.startedByUs, again.port]).toEqual([true, first.port]);
    await again.release();
  });

  it('takes another port when the remembered one is used meanwhile', async () => {
    const options = await embeddedFolder();
    const before = await ensureRunning(options);
    await before.release();

    const stranger = await listenOn(before.port);
    const after = await ensureRunning(options);
    expect(after.port).not.toBe(before.port);
    await after.release();
    stranger.close();
  });

  it('says so when the chosen port is taken, and leaves the folder usable', async () => {
    const options = await embeddedFolder();
    const stranger = await listenOn(0);
    const { port } = stranger.address() as AddressInfo;

    await expect(ensureRunning({ ...options, port })).rejects.toMatchObject({
      code: 'database.port-taken',
      facts: { port },
    });
    stranger.close();
  });

  it('refuses the folder of another PostgreSQL version by name', async () => {
    const options = await embeddedFolder();
    const server = await ensureRunning(options);
    const version = join(server.clusterFolder, 'PG_VERSION');
    await server.release();
    const ours = await readFile(version, 'utf8');

    await writeFile(version, '15\n');
    await expect(ensureRunning(options)).rejects.toMatchObject({
      code: 'database.other-version',
      facts: { found: '15' },
    });
    await writeFile(version, ours);
  });

  it('tells the last lines of the log when the server will not start', async () => {
    const options = await embeddedFolder();
    const server = await ensureRunning(options);
    const settings = join(server.clusterFolder, 'postgresql.conf');
    await server.release();
    const ours = await readFile(settings, 'utf8');

    await writeFile(settings, `${ours}\nnot_a_setting = on\n`);
    await expect(ensureRunning(options)).rejects.toThrow(/database\.start-failed.*not_a_setting/s);
    await writeFile(settings, ours);
  });

  it('refuses a data folder that is a file', async () => {
    const { dataFolder } = await embeddedFolder();
    const file = join(dataFolder, 'file');
    await writeFile(file, '');
    await expect(
      ensureRunning({ dataFolder: file, dataFolderIsChosen: true, durable: false }),
    ).rejects.toMatchObject({ code: 'database.folder-not-writable' });
  });

  it('clears away what a killed set-up left half made', async () => {
    const options = await embeddedFolder();
    await mkdir(join(options.dataFolder, 'new-1', 'cluster'), { recursive: true });

    const server = await ensureRunning(options);
    expect(await readdir(options.dataFolder)).not.toContain('new-1');
    await server.release();
  });
});

async function listenOn(port: number) {
  const server = createServer().listen(port, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { withDatabase } from '../../src/platform/database/database-url.js';
import type { EmbeddedOptions } from '../../src/platform/database/embedded/embedded-server.js';
import type { RunningCommand } from './command-line.js';
import { contentsOf, type Contents } from './contents.js';
import { embeddedClient } from './embedded-client.js';

/** A data folder whose server runs because one process of the app uses it, seen from outside the app. */
interface RunningOffice {
  /** The process number of the server that was found running. */
  readonly serverPid: number;
  contents(): Promise<Contents>;
  /** Takes the locks that these statements take; they are held until it is released, or the server dies. */
  lock(...statements: readonly string[]): Promise<Lock>;
  killServer(): void;
  /** Ends the process of the app that uses the server with `kill -9`; the server stays behind. */
  killUser(): Promise<void>;
  /** The process of the app leaves as it should, and stops the server if nobody else uses it. */
  close(): Promise<void>;
  /** Ends only the test's own connection. */
  lookAway(): Promise<void>;
}

interface Lock {
  /** Waits until somebody who has written already waits for this lock. @throws when the command ends without having come to it */
  untilItStops(command: RunningCommand): Promise<void>;
  release(): Promise<void>;
}

/** Starts, or joins, the server of a data folder through a process of the app, and looks into its database. */
export async function runOffice(options: EmbeddedOptions): Promise<RunningOffice> {
  const user = embeddedClient(options);
  const { url, clusterFolder } = await user.answer;
  const watcher = await connect(url);
  const serverPid = await serverPidIn(clusterFolder);
  return {
    serverPid,
    contents: () => contentsOf(watcher),
    lock: (...statements) => lock(watcher, url, statements),
    killServer: () => process.kill(serverPid, 'SIGKILL'),
    killUser: () => user.kill(),
    close: async () => {
      await watcher.end();
      await user.release();
    },
    lookAway: () => watcher.end(),
  };
}

/** The process number in postmaster.pid of the data folder's server. */
export async function serverPidIn(clusterFolder: string): Promise<number> {
  const [pid] = (await readFile(join(clusterFolder, 'postmaster.pid'), 'utf8')).split('\n');
  return Number(pid);
}

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: withDatabase(url, 'honor') });
  // Servers are killed here; who asks next learns it from the answer.
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

async function lock(watcher: pg.Client, url: string, statements: readonly string[]): Promise<Lock> {
  const holder = await connect(url);
  await holder.query('begin');
  for (const statement of statements) await holder.query(statement);
  const { rows } = await holder.query<{ pid: number }>('select pg_backend_pid() as pid');
  const pid = rows[0]?.pid;
  return {
    untilItStops: async (command) => {
      while (!(await isWaitedFor(watcher, pid))) {
        if (command.isRunning()) continue;
        throw new Error(`The command never came to the lock: ${JSON.stringify(await command.ended)}`);
      }
    },
    release: () => holder.end(),
  };
}

async function isWaitedFor(watcher: pg.Client, pid: number | undefined): Promise<boolean> {
  // Who has a transaction number has written something.
  const { rowCount } = await watcher.query(
    'select from pg_stat_activity where backend_xid is not null and $1 = any(pg_blocking_pids(pid))',
    [pid],
  );
  return rowCount !== 0;
}

import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { Cluster } from './cluster.js';

/** A connection held for as long as this process uses the server, so that no other process stops it. */
export interface Presence {
  /** The connection string of a database, marked as ours. */
  urlOf(database: string): string;
  /** True when nobody but this process is connected. */
  isAlone(): Promise<boolean>;
  leave(): Promise<void>;
}

// The typings leave out that a client can keep a program running, or not.
type Holding = pg.Client & Record<'ref' | 'unref', () => void>;

/** Connects to the server on `port`. @throws when it is not there, or not ready, or not this cluster's. */
export async function enterServer(cluster: Cluster, port: number): Promise<Presence> {
  const mark = `honor-kader ${randomUUID()}`;
  const urlOf = (database: string): string => urlFor(cluster, port, { database, mark });
  const client = new pg.Client({ connectionString: urlOf('postgres') }) as Holding;
  // The server may die under us; whoever uses it then learns so from their own connection.
  client.on('error', () => undefined);
  await client.connect();
  // Nobody is kept running by it: a program that forgets to release still ends.
  client.unref();
  return {
    urlOf,
    isAlone: () => isAlone(client, mark),
    leave: () => {
      client.ref();
      return client.end();
    },
  };
}

function urlFor(cluster: Cluster, port: number, names: { database: string; mark: string }): string {
  const url = new URL(`postgres://127.0.0.1:${String(port)}/${encodeURIComponent(names.database)}`);
  url.username = cluster.user;
  url.password = cluster.password;
  url.searchParams.set('application_name', names.mark);
  return url.href;
}

async function isAlone(client: Holding, mark: string): Promise<boolean> {
  client.ref();
  const { rows } = await client.query<{ others: boolean }>(
    `select exists (
       select from pg_stat_activity where backend_type = 'client backend' and application_name <> $1
     ) as others`,
    [mark],
  );
  return rows[0]?.others === false;
}

import type { Configuration } from '../configuration.js';
import { createDatabase, recreateDatabase } from './administer-databases.js';
import { databaseOf, withDatabase } from './database-url.js';
import { ensureRunning, type EmbeddedServer } from './embedded/embedded-server.js';

export interface DatabaseWish {
  /** The database's name on the embedded server. */
  readonly name: string;
  /** True: thrown away and made empty first. On an own server it is then `<database of the URL>_<name>`. */
  readonly fresh: boolean;
}

/** A database that exists and can be connected to, until it is released. */
export interface ReachedDatabase {
  readonly url: string;
  /** What a person should know, for example that the data lies elsewhere. */
  readonly notices: readonly string[];
  /** Call it after every pool on `url` is closed: it stops the embedded server if nobody else uses it. */
  release(): Promise<void>;
}

type Where = Pick<
  Configuration,
  'databaseUrl' | 'dataFolder' | 'dataFolderIsChosen' | 'databasePort' | 'databaseUid'
>;

/** Finds the own PostgreSQL of the configuration, or runs the embedded one, and makes the database there. */
export async function reachDatabase(where: Where, wish: DatabaseWish): Promise<ReachedDatabase> {
  if (where.databaseUrl !== undefined) return reachOwnServer(where.databaseUrl, wish);
  const server = await ensureRunning({
    dataFolder: where.dataFolder,
    dataFolderIsChosen: where.dataFolderIsChosen,
    port: where.databasePort,
    uid: where.databaseUid,
  });
  try {
    return await reachOn(server, wish);
  } catch (error) {
    await server.release();
    throw error;
  }
}

async function reachOn(server: EmbeddedServer, wish: DatabaseWish): Promise<ReachedDatabase> {
  const url = server.urlOf(wish.name);
  await (wish.fresh ? recreateDatabase(url, wish.name) : createDatabase(url, wish.name));
  return { url, notices: server.notices, release: () => server.release() };
}

async function reachOwnServer(databaseUrl: string, wish: DatabaseWish): Promise<ReachedDatabase> {
  const release = (): Promise<void> => Promise.resolve();
  if (!wish.fresh) return { url: databaseUrl, notices: [], release };
  const name = `${databaseOf(databaseUrl)}_${wish.name}`;
  await recreateDatabase(databaseUrl, name);
  return { url: withDatabase(databaseUrl, name), notices: [], release };
}

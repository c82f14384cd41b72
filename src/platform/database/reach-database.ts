import { describe } from '../../core/messages/describe.js';
import type { Configuration } from '../configuration.js';
import { APPLICATION_ROLE, type DatabaseUrls } from './application-role.js';
import { createDatabase, recreateDatabase } from './administer-databases.js';
import { databaseOf, withDatabase, withLogin } from './database-url.js';
import { ensureRunning, type EmbeddedServer } from './embedded/embedded-server.js';

export interface DatabaseWish {
  /** The database's name on the embedded server. */
  readonly name: string;
  /** True: thrown away and made empty first. On an own server it is then `<database of the URL>_<name>`. */
  readonly fresh: boolean;
}

/** A database that exists and can be connected to, until it is released. */
export interface ReachedDatabase extends DatabaseUrls {
  /** What a person should know, for example that the data lies elsewhere. */
  readonly notices: readonly string[];
  /** Where the embedded server keeps its data; undefined on an own server. */
  readonly dataFolder: string | undefined;
  /** Call it after every pool on `url` is closed: it stops the embedded server if nobody else uses it. */
  release(): Promise<void>;
}

type Where = Pick<
  Configuration,
  'databaseUrl' | 'databaseOwnerUrl' | 'dataFolder' | 'dataFolderIsChosen' | 'databasePort' | 'databaseUid'
>;

/** Finds the own PostgreSQL of the configuration, or runs the embedded one, and makes the database there. */
export async function reachDatabase(where: Where, wish: DatabaseWish): Promise<ReachedDatabase> {
  if (where.databaseUrl !== undefined) return reachOwnServer(urlsOf(where.databaseUrl, where), wish);
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
  const ownerUrl = server.urlOf(wish.name);
  await (wish.fresh ? recreateDatabase(ownerUrl, wish.name) : createDatabase(ownerUrl, wish.name));
  const url = withLogin(ownerUrl, APPLICATION_ROLE);
  return {
    ownerUrl,
    url,
    notices: server.notices,
    dataFolder: server.dataFolder,
    release: () => server.release(),
  };
}

async function reachOwnServer(urls: DatabaseUrls, wish: DatabaseWish): Promise<ReachedDatabase> {
  const reached = {
    notices: noticesOf(urls),
    dataFolder: undefined,
    release: (): Promise<void> => Promise.resolve(),
  };
  if (!wish.fresh) return { ...urls, ...reached };
  const name = `${databaseOf(urls.ownerUrl)}_${wish.name}`;
  await recreateDatabase(urls.ownerUrl, name);
  const [ownerUrl, url] = [withDatabase(urls.ownerUrl, name), withDatabase(urls.url, name)];
  return { ownerUrl, url, ...reached };
}

function urlsOf(url: string, { databaseOwnerUrl }: Where): DatabaseUrls {
  return { url, ownerUrl: databaseOwnerUrl ?? url };
}

// One login for both still runs every statement as the application's role, but could take the owner's back.
function noticesOf({ url, ownerUrl }: DatabaseUrls): string[] {
  return url === ownerUrl ? [describe('database.one-login', {})] : [];
}

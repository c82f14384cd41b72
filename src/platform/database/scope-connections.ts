import type { PoolClient } from 'pg';
import type { DataSource } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';
import type { ReadingScope } from '../../core/access/reading-scope.js';
import { APPLICATION_ROLE } from './application-role.js';

/** The role of those who only read: row-level security limits it to the scope the connection states. */
const READER_ROLE = 'honor_reader';

type Connection = [PoolClient, (error?: Error | boolean) => void];

const STATE_SCOPE = `select set_config('role', $1, false), set_config('honor.regions', $2, false),
  set_config('honor.payers', $3, false), set_config('honor.kader', $4, false)`;

const UNLIMITED = [APPLICATION_ROLE, '', '', ''] as const;

/**
 * Makes every connection of the pool state, before it is used, what may be seen through it now. One place for all
 * of TypeORM's roads to the database; a connection that already stands right costs no round trip.
 */
export function scopeConnections(dataSource: DataSource, scopeNow: () => ReadingScope | undefined): void {
  const driver = dataSource.driver as PostgresDriver;
  const obtain = driver.obtainMasterConnection.bind(driver) as () => Promise<Connection>;
  const stated = new WeakMap<PoolClient, string>();
  driver.obtainMasterConnection = async (): Promise<Connection> => {
    const settings = settingsOf(scopeNow());
    const [client, release] = await obtain();
    const wanted = settings.join(' ');
    // A new connection stands as the application: `open-database` asks for that role.
    if ((stated.get(client) ?? UNLIMITED.join(' ')) === wanted) return [client, release];
    try {
      stated.delete(client);
      await client.query(STATE_SCOPE, [...settings]);
    } catch (error) {
      // Half a statement of scope must never be used: the connection is thrown away.
      release(true);
      throw error;
    }
    stated.set(client, wanted);
    return [client, release];
  };
}

function settingsOf(scope: ReadingScope | undefined): readonly [string, string, string, string] {
  if (scope === undefined) return UNLIMITED;
  return [READER_ROLE, scope.regions.join(','), scope.payers.join(','), scope.kaderIds.join(',')];
}

import type { PoolClient } from 'pg';
import type { DataSource } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';
import type { ReadingScope } from '../../core/access/reading-scope.js';
import type { StatedAct } from '../../core/audit/stated-act.js';
import { APPLICATION_ROLE } from './application-role.js';

/** The role of those who only read: row-level security limits it to the scope the connection states. */
const READER_ROLE = 'honor_reader';

type Connection = [PoolClient, (error?: Error | boolean) => void];

/** What stands behind every connection: what it may be shown, and who changes something through it. */
export interface ConnectionStanding {
  readonly scopeNow: () => ReadingScope | undefined;
  readonly actNow: () => StatedAct;
}

// In the order of the values of `settingsOf`.
const SETTINGS = [
  'role',
  'honor.regions',
  'honor.payers',
  'honor.kader',
  'honor.installation',
  'honor.act_kind',
  'honor.act_actor',
  'honor.act_address',
  'honor.act_agent',
  'honor.act_operation',
  'honor.act_reason',
] as const;

const STATE = `select ${SETTINGS.map((name, index) => `set_config('${name}', $${String(index + 1)}, false)`).join(', ')}`;

/** A new connection stands as the application, by nobody: `open-database` asks for that role. */
const AT_FIRST = JSON.stringify([APPLICATION_ROLE, ...SETTINGS.slice(1).map(() => '')]);

/**
 * Makes every connection of the pool state, before it is used, what may be seen through it now and who acts. One
 * place for all of TypeORM's roads to the database; a connection that already stands right costs no round trip.
 */
export function scopeConnections(dataSource: DataSource, standing: ConnectionStanding): void {
  const driver = dataSource.driver as PostgresDriver;
  const obtain = driver.obtainMasterConnection.bind(driver) as () => Promise<Connection>;
  const stated = new WeakMap<PoolClient, string>();
  driver.obtainMasterConnection = async (): Promise<Connection> => {
    const settings = settingsOf(standing);
    const [client, release] = await obtain();
    const wanted = JSON.stringify(settings);
    if ((stated.get(client) ?? AT_FIRST) === wanted) return [client, release];
    try {
      stated.delete(client);
      await client.query(STATE, settings);
    } catch (error) {
      // Half a statement of scope or actor must never be used: the connection is thrown away.
      release(true);
      throw error;
    }
    stated.set(client, wanted);
    return [client, release];
  };
}

function settingsOf({ scopeNow, actNow }: ConnectionStanding): string[] {
  const scope = scopeNow();
  if (scope !== undefined) {
    // Whoever only reads changes nothing, so nobody needs to be named.
    const nobody = ['', '', '', '', '', ''];
    const { regions, payers, kaderIds, isInstallation = false } = scope;
    const scopes = [regions.join(), payers.join(), kaderIds.join(), isInstallation ? 'true' : ''];
    return [READER_ROLE, ...scopes, ...nobody];
  }
  const { kind, actor, address, agent, operation, reason } = actNow();
  return [APPLICATION_ROLE, '', '', '', '', kind, actor, address, agent, operation, reason];
}

import {
  Global,
  Inject,
  Logger,
  Module,
  type DynamicModule,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { invariant } from '../../core/shared/invariant.js';
import type { Clock } from '../clock.js';
import type { Configuration } from '../configuration.js';
import { reachFieldKeys } from '../secrets/reach-field-keys.js';
import { admitApplication, APPLICATION_ROLE } from './application-role.js';
import { dataSourceOptions, openDatabase, type DatabaseOptions } from './open-database.js';
import { scopeConnections, type ConnectionStanding } from './scope-connections.js';
import { reachDatabase, type DatabaseWish, type ReachedDatabase } from './reach-database.js';

export interface DatabaseModuleOptions {
  readonly configuration: Configuration;
  readonly database: DatabaseWish;
  readonly entities: DatabaseOptions['entities'];
  readonly clock: Clock;
  /** What the database may show at this moment, and who acts; see `scopeConnections`. */
  readonly standing: ConnectionStanding;
}

/** Provided everywhere by the database module: the `ReachedDatabase`. */
export const REACHED_DATABASE = Symbol('reached database');

@Global()
@Module({})
class ReachedDatabaseModule {
  static forRoot(options: DatabaseModuleOptions): DynamicModule {
    const reached = { provide: REACHED_DATABASE, useFactory: () => reachMigrated(options) };
    return { module: ReachedDatabaseModule, providers: [reached], exports: [reached] };
  }
}

/** Reaches the database, brings its schema up to date and provides the app's one `DataSource` everywhere. */
@Module({})
export class DatabaseModule implements OnApplicationShutdown {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(REACHED_DATABASE) private readonly reached: ReachedDatabase,
  ) {
    const logger = new Logger('Database');
    for (const notice of reached.notices) logger.warn(notice);
  }

  static forRoot(options: DatabaseModuleOptions): DynamicModule {
    const typeOrm = TypeOrmModule.forRootAsync({
      inject: [REACHED_DATABASE],
      useFactory: ({ url }: ReachedDatabase) => ({
        ...dataSourceOptions({ url, entities: options.entities, role: APPLICATION_ROLE }),
        // The database answered a moment ago: an error now will not pass by waiting.
        toRetry: () => false,
      }),
      dataSourceFactory: (wish) => scopedDataSource(wish, options.standing),
    });
    return { module: DatabaseModule, imports: [ReachedDatabaseModule.forRoot(options), typeOrm] };
  }

  // The pool first: the embedded server is stopped only when no connection is left.
  async onApplicationShutdown(): Promise<void> {
    if (this.dataSource.isInitialized) await this.dataSource.destroy();
    await this.reached.release();
  }
}

// Nest runs no shutdown hook when the start fails, so a refused migration lets go of the server here.
async function reachMigrated(options: DatabaseModuleOptions): Promise<ReachedDatabase> {
  const { configuration, clock } = options;
  const reached = await reachDatabase(configuration, options.database);
  const keys = { read: () => reachFieldKeys(configuration, reached), now: () => clock.now() };
  try {
    const owner = await openDatabase({ url: reached.ownerUrl, entities: [], poolSize: 2, keys });
    try {
      await admitApplication(owner, reached);
    } finally {
      await owner.destroy();
    }
    return reached;
  } catch (error) {
    await reached.release();
    throw error;
  }
}

async function scopedDataSource(
  wish: DataSourceOptions | undefined,
  standing: ConnectionStanding,
): Promise<DataSource> {
  invariant(wish !== undefined, 'the module was given its options');
  const dataSource = await new DataSource(wish).initialize();
  scopeConnections(dataSource, standing);
  return dataSource;
}

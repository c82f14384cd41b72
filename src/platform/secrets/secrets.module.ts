import { Global, Module, type DynamicModule } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../clock.js';
import type { Configuration } from '../configuration.js';
import { REACHED_DATABASE } from '../database/database.module.js';
import type { ReachedDatabase } from '../database/reach-database.js';
import { AccountNumbers } from './account-numbers.js';
import { checkFieldKeys } from './field-key-check.js';
import { FieldKeyStore } from './field-key-store.js';
import { FieldVault } from './field-vault.js';
import { OWASP_PASSWORD_COST, PasswordHasher, type PasswordCost } from './password-hasher.js';
import { reachFieldKeys } from './reach-field-keys.js';

export interface SecretsOptions {
  readonly configuration: Configuration;
  /** What hashing a password costs; `OWASP_PASSWORD_COST` unless told. */
  readonly passwordCost?: PasswordCost | undefined;
}

/** Provides the vault of personal data and the hasher of passwords. Needs the database module. */
@Global()
@Module({})
export class SecretsModule {
  static forRoot({ configuration, passwordCost }: SecretsOptions): DynamicModule {
    const store = {
      provide: FieldKeyStore,
      inject: [REACHED_DATABASE],
      useFactory: ({ dataFolder }: ReachedDatabase) =>
        new FieldKeyStore(configuration.fieldKeys === undefined ? dataFolder : undefined),
    };
    const vault = {
      provide: FieldVault,
      inject: [REACHED_DATABASE, DataSource, Clock, FieldKeyStore],
      useFactory: async (
        reached: ReachedDatabase,
        dataSource: DataSource,
        clock: Clock,
        keyStore: FieldKeyStore,
      ) => {
        const keys = await reachFieldKeys(configuration, reached);
        await checkFieldKeys(dataSource, keys, clock.now());
        return new FieldVault(keys, () => keyStore.reread());
      },
    };
    const hasher = {
      provide: PasswordHasher,
      useValue: new PasswordHasher(passwordCost ?? OWASP_PASSWORD_COST),
    };
    return {
      module: SecretsModule,
      providers: [store, vault, hasher, AccountNumbers],
      exports: [FieldKeyStore, FieldVault, PasswordHasher, AccountNumbers],
    };
  }
}

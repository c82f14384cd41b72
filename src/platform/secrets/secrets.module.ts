import { Global, Logger, Module, type DynamicModule } from '@nestjs/common';
import { describe } from '../../core/messages/describe.js';
import { invariant } from '../../core/shared/invariant.js';
import { DataSource } from 'typeorm';
import { Clock } from '../clock.js';
import type { Configuration } from '../configuration.js';
import { REACHED_DATABASE } from '../database/database.module.js';
import type { ReachedDatabase } from '../database/reach-database.js';
import { checkFieldKeys } from './field-key-check.js';
import { fieldKeysIn } from './field-key-file.js';
import type { FieldKeys } from './field-keys.js';
import { FieldVault } from './field-vault.js';
import { OWASP_PASSWORD_COST, PasswordHasher, type PasswordCost } from './password-hasher.js';

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
    const vault = {
      provide: FieldVault,
      inject: [REACHED_DATABASE, DataSource, Clock],
      useFactory: async (reached: ReachedDatabase, dataSource: DataSource, clock: Clock) => {
        const keys = await keysOf(configuration, reached);
        await checkFieldKeys(dataSource, keys, clock.now());
        return new FieldVault(keys);
      },
    };
    const hasher = {
      provide: PasswordHasher,
      useValue: new PasswordHasher(passwordCost ?? OWASP_PASSWORD_COST),
    };
    return { module: SecretsModule, providers: [vault, hasher], exports: [FieldVault, PasswordHasher] };
  }
}

async function keysOf({ fieldKeys }: Configuration, { dataFolder }: ReachedDatabase): Promise<FieldKeys> {
  if (fieldKeys !== undefined) return fieldKeys;
  invariant(dataFolder !== undefined, 'a database that is not embedded comes with keys');
  const { keys, madeFile } = await fieldKeysIn(dataFolder);
  if (madeFile !== undefined) new Logger('Secrets').warn(describe('vault.key-file-made', { file: madeFile }));
  return keys;
}

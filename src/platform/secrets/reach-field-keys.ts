import { Logger } from '@nestjs/common';
import { describe } from '../../core/messages/describe.js';
import { invariant } from '../../core/shared/invariant.js';
import type { Configuration } from '../configuration.js';
import type { ReachedDatabase } from '../database/reach-database.js';
import { fieldKeysIn } from './field-key-file.js';
import type { FieldKeys } from './field-keys.js';

/** The keys of the configuration, or those in the data folder of the embedded database, made when there are none. */
export async function reachFieldKeys(
  { fieldKeys }: Pick<Configuration, 'fieldKeys'>,
  { dataFolder }: Pick<ReachedDatabase, 'dataFolder'>,
): Promise<FieldKeys> {
  if (fieldKeys !== undefined) return fieldKeys;
  invariant(dataFolder !== undefined, 'a database that is not embedded comes with keys');
  const { keys, madeFile } = await fieldKeysIn(dataFolder);
  if (madeFile !== undefined) new Logger('Secrets').warn(describe('vault.key-file-made', { file: madeFile }));
  return keys;
}

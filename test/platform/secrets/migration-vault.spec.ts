import { giveKeys, vaultOf } from '../../../src/platform/secrets/migration-vault.js';
import { makeFieldKeys, parseFieldKeys } from '../../../src/platform/secrets/field-keys.js';
import { testDatabase } from '../../support/database.js';
import { refusalsOf } from '../../support/refusal.js';
import { TEST_MIGRATION_KEYS, testVault } from '../../support/sealed.js';

const dataSource = await testDatabase();

describe('vaultOf', () => {
  it('is the vault of the program that migrates', async () => {
    const runner = dataSource.createQueryRunner();
    giveKeys(dataSource, TEST_MIGRATION_KEYS);
    const vault = await vaultOf(runner);
    expect(testVault.open('kader.nik', vault.seal('kader.nik', '1310044501850001'))).toBe('1310044501850001');
    await runner.release();
  });

  it('seals nothing with other keys than those of this database', async () => {
    const runner = dataSource.createQueryRunner();
    const { fields, index } = makeFieldKeys();
    giveKeys(dataSource, TEST_MIGRATION_KEYS);
    await vaultOf(runner);
    giveKeys(dataSource, {
      ...TEST_MIGRATION_KEYS,
      read: () => Promise.resolve(parseFieldKeys(fields, index)),
    });
    expect(await refusalsOf(() => vaultOf(runner))).toMatchObject([{ code: 'vault.key-differs' }]);
    await runner.release();
  });
});

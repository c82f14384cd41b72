import { join } from 'node:path';
import { projectFolder, readConfiguration } from '../../src/platform/configuration.js';
import { TEST_KEYS } from '../support/field-keys.js';

describe('readConfiguration', () => {
  it('needs nothing: data lies in the project', () => {
    expect(readConfiguration({})).toEqual({
      databaseUrl: undefined,
      dataFolder: join(projectFolder(), 'data'),
      dataFolderIsChosen: false,
      databasePort: undefined,
      databaseUid: undefined,
      fieldKeys: undefined,
      oidc: undefined,
    });
  });

  it('takes what is set, and an empty value as not set', () => {
    const environment = {
      HONOR_DATA_DIR: '/srv/honor',
      HONOR_DATABASE_PORT: '54321',
      HONOR_DATABASE_UID: '',
    };
    expect(readConfiguration(environment)).toMatchObject({
      dataFolder: '/srv/honor',
      dataFolderIsChosen: true,
      databasePort: 54_321,
      databaseUid: undefined,
    });
    const own = readConfiguration({ DATABASE_URL: 'postgres://a:b@host/honor', ...TEST_KEYS });
    expect(own.databaseUrl).toContain('host');
  });

  it.each([
    ['HONOR_DATABASE_PORT', '80'],
    ['HONOR_DATABASE_PORT', '5432x'],
    ['HONOR_DATABASE_PORT', '-1'],
    ['HONOR_DATABASE_UID', '0'],
    ['DATABASE_URL', 'mysql://a:b@host/honor'],
    ['DATABASE_URL', 'postgres://a:b@host'],
    ['DATABASE_URL', 'honor'],
  ])('stops at %s=%s and names the variable', (variable, value) => {
    expect(refusalOf({ [variable]: value })).toMatchObject({
      code: 'configuration.invalid',
      facts: { variable },
    });
  });

  it('refuses an own server without the keys of personal data', () => {
    const own = { DATABASE_URL: 'postgres://a:b@host/honor' };
    expect(refusalOf(own)).toMatchObject({ facts: { variable: 'HONOR_FIELD_KEYS' } });
    const half = { ...own, HONOR_FIELD_KEYS: TEST_KEYS.HONOR_FIELD_KEYS };
    expect(refusalOf(half)).toMatchObject({ facts: { variable: 'HONOR_INDEX_KEY' } });
  });

  it.each([
    ['HONOR_FIELD_KEYS', 'k1:c2hvcnQ='],
    ['HONOR_INDEX_KEY', 'c2hvcnQ='],
  ])('stops at a wrong key in %s', (variable, value) => {
    expect(refusalOf({ ...TEST_KEYS, [variable]: value })).toMatchObject({ facts: { variable } });
  });

  it('never repeats a URL, which may hold a password', () => {
    expect(refusalOf({ DATABASE_URL: 'mysql://a:secret@host/honor' }).message).not.toContain('secret');
  });
});

function refusalOf(environment: Record<string, string>): Error {
  try {
    readConfiguration(environment);
  } catch (error) {
    return error as Error;
  }
  throw new Error('The configuration was taken.');
}

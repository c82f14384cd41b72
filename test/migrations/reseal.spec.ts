import { DataSource } from 'typeorm';
import { purposes } from '../../src/core/privacy/purposes.js';
import { sealedColumns } from '../../src/core/privacy/sealed-columns.js';
import { parseFieldKeys } from '../../src/platform/secrets/field-keys.js';
import { FieldVault } from '../../src/platform/secrets/field-vault.js';
import { testApp } from '../support/app.js';
import { aConfirmedHeir, recordDeath } from '../support/deaths.js';
import { TEST_KEYS } from '../support/field-keys.js';
import { aPayingNagari, sqlVerdictForApplication } from '../support/payments.js';
import { ask } from '../support/session.js';
import { testVault } from '../support/sealed.js';
import { BOTH_KEYS } from '../support/two-keys.js';

const { app, url } = await testApp();
const office = await aPayingNagari(app);
await recordDeath(app, office);
await aConfirmedHeir(app, office);
const fresh = new FieldVault(parseFieldKeys(BOTH_KEYS, TEST_KEYS.HONOR_INDEX_KEY));
const [REFUSED, ACCEPTED] = ['42501', 'accepted'];
const hex = (sealed: Buffer) => `'\\x${sealed.toString('hex')}'::bytea`;
const NIK = '1310046505050003';
const resealed = hex(fresh.seal(purposes.heirNik, NIK));

describe('a row that is never changed', () => {
  it.each([
    ['with anything else', `update heir set nik_sealed = ${resealed}, bank_code = '002'`],
    ['its digest with it', `update heir set nik_sealed = ${resealed}, nik_digest = sha256('x')`],
    ['emptied', 'update heir set nik_sealed = null, nik_digest = null'],
    [
      'another text of another length',
      `update heir set nik_sealed = ${hex(fresh.seal(purposes.heirNik, `${NIK}1`))}`,
    ],
    ['under the same key', `update heir set nik_sealed = ${hex(testVault.seal(purposes.heirNik, NIK))}`],
    ['its name', `update heir set name = 'X'`],
    ['taken away', 'delete from heir'],
    ['another NIK of a kader', `update kader set nik_digest = sha256('x')`],
    ['an account under no key', `update bank_account set account_number_sealed = '\\x00'`],
  ])('is not changed: %s', async (_, statement) => {
    expect(await sqlVerdictForApplication(app, statement)).toBe(REFUSED);
  });

  it('may be sealed again under another key that this database knows', async () => {
    const rows = await app
      .get(DataSource)
      .query<{ sealed: Buffer }[]>('select nik_sealed as sealed from heir');
    expect(rows.map(({ sealed }) => testVault.open(purposes.heirNik, sealed))).toEqual([NIK]);
    expect(await sqlVerdictForApplication(app, `update heir set nik_sealed = ${resealed}`)).toBe(ACCEPTED);
    const account = hex(fresh.seal('bank_account.account_number', '0041800002'));
    const ofRosmaniar = `from kader where kader.id = kader_id and kader.name = 'Rosmaniar'`;
    const again = `update bank_account set account_number_sealed = ${account} ${ofRosmaniar}`;
    expect(await sqlVerdictForApplication(app, again)).toBe(ACCEPTED);
  });
});

it('every sealed column may be written by the application', async () => {
  for (const { table, column } of sealedColumns) {
    const right = `select has_column_privilege('honor_app', '${table}', '${column}', 'update')`;
    expect([table, column, ...(await ask(url, right))]).toEqual([table, column, true]);
  }
});

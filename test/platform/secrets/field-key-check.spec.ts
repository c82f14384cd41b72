import { checkFieldKeys } from '../../../src/platform/secrets/field-key-check.js';
import { makeFieldKeys, parseFieldKeys } from '../../../src/platform/secrets/field-keys.js';
import { testDatabase } from '../../support/database.js';
import { refusalsOf } from '../../support/refusal.js';

const database = await testDatabase();
const NOON = new Date('2026-10-05T05:00:00Z');
const made = makeFieldKeys();
const check = (fields: string, index: string) =>
  refusalsOf(() => checkFieldKeys(database, parseFieldKeys(fields, index), NOON));

describe('checkFieldKeys', () => {
  it('takes the keys it knows, new ones beside them, and fewer later', async () => {
    expect(await check(made.fields, made.index)).toEqual([]);
    expect(await check(made.fields, made.index)).toEqual([]);
    const next = makeFieldKeys().fields;
    expect(await check(`${next},${made.fields}`, made.index)).toEqual([]);
    expect(await check(next, made.index)).toEqual([]);
  });

  it('refuses another index key, and another key under a known id', async () => {
    expect(await check(made.fields, makeFieldKeys().index)).toMatchObject([
      { code: 'vault.key-differs', facts: { key: 'index:' } },
    ]);
    const id = made.fields.split(':')[0] ?? '';
    const other = `${id}:${makeFieldKeys().fields.split(':')[1] ?? ''}`;
    expect(await check(other, made.index)).toMatchObject([{ code: 'vault.key-differs', facts: { key: id } }]);
  });

  it('keeps nothing that a key could be learnt from', async () => {
    const stored = await database.query<{ row: string }[]>('select field_key::text as row from field_key');
    const secrets = [made.index, made.fields.split(':')[1] ?? ''].map((key) =>
      Buffer.from(key, 'base64').toString('hex'),
    );
    for (const { row } of stored) for (const secret of secrets) expect(row).not.toContain(secret);
  });
});

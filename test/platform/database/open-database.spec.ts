import { createServer, type AddressInfo } from 'node:net';
import { once } from 'node:events';
import { openDatabase } from '../../../src/platform/database/open-database.js';
import { testDatabase } from '../../support/database.js';

const dataSource = await testDatabase();

describe('openDatabase', () => {
  it('reads money as bigint and a date as its text, single or in a list', async () => {
    const [row] = await dataSource.query<unknown[]>(`
      select 9007199254740993::int8 as money, array[1, null, -75000]::int8[] as amounts, 7::int4 as count,
             date '2026-07-05' as day, array[date '2026-07-05'] as days, null::int8 as nothing`);
    expect(row).toEqual({
      money: 9_007_199_254_740_993n,
      amounts: [1n, null, -75_000n],
      count: 7,
      day: '2026-07-05',
      days: ['2026-07-05'],
      nothing: null,
    });
  });

  it('casts an instant to a date in UTC, wherever the server stands', async () => {
    const [row] = await dataSource.query<unknown[]>(`select timestamptz '2026-07-05 23:59:59Z'::date as day`);
    expect(row).toEqual({ day: '2026-07-05' });
  });

  it('says which server does not answer, without the password', async () => {
    const closed = createServer().listen(0, '127.0.0.1');
    await once(closed, 'listening');
    const { port } = closed.address() as AddressInfo;
    closed.close();
    await once(closed, 'close');

    const url = `postgres://honor:secret@127.0.0.1:${String(port)}/honor`;
    const refusal = openDatabase({ url, entities: [] });
    await expect(refusal).rejects.toMatchObject({
      code: 'database.unreachable',
      facts: { database: 'honor', host: `127.0.0.1:${String(port)}` },
    });
    await expect(refusal).rejects.not.toThrow('secret');
  });
});

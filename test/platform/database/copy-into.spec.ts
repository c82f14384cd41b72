import fc from 'fast-check';
import { copyInto } from '../../../src/platform/database/copy-into.js';
import { testDatabase } from '../../support/database.js';

const dataSource = await testDatabase();
await dataSource.query(
  'create table copied (n int not null, t text, amount int8, at timestamptz, hash bytea)',
);
beforeEach(() => dataSource.query('truncate copied'));

const COLUMNS = ['n', 't', 'amount', 'at', 'hash'];
const nastyText = fc
  .string({
    unit: fc.oneof(
      fc.constantFrom('\\', '\t', '\n', '\r', '\v', '\b', '\f', 'N', '.', '"', "'", ',', '\u2028', '🌾'),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
    ),
  })
  .map((text) => text.replaceAll('\0', ''));
const row = fc.record({
  t: fc.option(nastyText),
  amount: fc.option(fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n })),
  at: fc.option(fc.date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })),
  hash: fc.option(fc.uint8Array({ maxLength: 40 })),
});

describe('copyInto', () => {
  it('brings back every value as it went in', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 30 }), async (rows) => {
        await dataSource.query('truncate copied');
        const lines = rows.map(({ t, amount, at, hash }, n) => [n, t, amount, at, hash] as const);
        const count = await dataSource.transaction((tx) => copyInto(tx, 'copied', COLUMNS, lines));
        expect(count).toBe(rows.length);
        const stored = await dataSource.query<unknown[]>('select t, amount, at, hash from copied order by n');
        expect(stored).toEqual(
          rows.map((given) => ({ ...given, hash: given.hash && Buffer.from(given.hash) })),
        );
      }),
      { numRuns: 100 },
    );
  });

  it('takes the words that COPY itself uses as plain text', async () => {
    const texts = ['\\N', '\\.', 'NULL', '', ' ', '\\x41', '\\\\', 'a\tb'];
    const rows = texts.map((text, index) => [index, text]);
    await dataSource.transaction((tx) => copyInto(tx, 'public.copied', ['n', 't'], rows));
    const stored = await dataSource.query<{ t: string }[]>('select t from copied order by n');
    expect(stored.map(({ t }) => t)).toEqual(texts);
  });

  it('streams more rows than fit in one piece, from a generator or an asynchronous one', async () => {
    const plain = function* () {
      for (let n = 0; n < 50_000; n++) yield [n, 'x'.repeat(n % 50)];
    };
    const asynchronous = async function* () {
      yield* plain();
      await Promise.resolve();
    };
    for (const rows of [plain(), asynchronous()]) {
      expect(await dataSource.transaction((tx) => copyInto(tx, 'copied', ['n', 't'], rows))).toBe(50_000);
    }
    expect(await dataSource.query('select count(*), count(distinct n) as numbers from copied')).toEqual([
      { count: 100_000n, numbers: 50_000n },
    ]);
  });

  it('leaves nothing when the database refuses a row, and the connection goes on', async () => {
    const rows = [
      [1, 'kept?'],
      [null, 'refused'],
    ];
    await expect(
      dataSource.transaction((tx) => copyInto(tx, 'copied', ['n', 't'], rows)),
    ).rejects.toMatchObject({ code: '23502' });
    expect(await dataSource.query('select n from copied')).toEqual([]);
  });

  it('leaves nothing when the rows break off, and says why they did', async () => {
    const rows = function* () {
      for (let n = 0; n < 20_000; n++) yield [n, 'some text'];
      throw new Error('row 20,000 is unreadable');
    };
    await expect(dataSource.transaction((tx) => copyInto(tx, 'copied', ['n', 't'], rows()))).rejects.toThrow(
      'row 20,000 is unreadable',
    );
    expect(await dataSource.query('select n from copied')).toEqual([]);
  });

  it('never stores text other than what it was given', async () => {
    const halfACharacter = [[1, 'Sit\ud83c']];
    await expect(
      dataSource.transaction((tx) => copyInto(tx, 'copied', ['n', 't'], halfACharacter)),
    ).rejects.toThrow('well-formed');
  });

  it('refuses to work outside a transaction', async () => {
    await expect(copyInto(dataSource.manager, 'copied', ['n'], [[1]])).rejects.toThrow(
      'inside a transaction',
    );
  });
});

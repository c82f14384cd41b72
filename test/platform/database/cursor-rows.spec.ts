import { cursorRows } from '../../../src/platform/database/cursor-rows.js';
import { testDatabase } from '../../support/database.js';

const dataSource = await testDatabase();

async function numbersOf(rows: AsyncIterable<{ n: number }>): Promise<number[]> {
  const numbers: number[] = [];
  for await (const { n } of rows) numbers.push(n);
  return numbers;
}

describe('cursorRows', () => {
  it.each([0, 1, 1_999, 2_000, 2_001, 5_000])('reads %s rows, each once and in order', async (count) => {
    const numbers = await dataSource.transaction((tx) =>
      numbersOf(cursorRows(tx, 'select n from generate_series(1, $1::int) n order by n', [count])),
    );
    expect(numbers).toEqual(Array.from({ length: count }, (_, index) => index + 1));
  });

  it('reads one question while it reads another', async () => {
    const pairs = await dataSource.transaction(async (tx) => {
      const inner: number[][] = [];
      for await (const { n } of cursorRows<{ n: number }>(
        tx,
        'select n from generate_series(1, 3) n order by n',
      )) {
        inner.push(
          await numbersOf(cursorRows(tx, 'select n from generate_series(1, $1::int) n order by n', [n])),
        );
      }
      return inner;
    });
    expect(pairs).toEqual([[1], [1, 2], [1, 2, 3]]);
  });

  it('leaves the transaction usable when nobody reads to the end', async () => {
    const { open, rest } = await dataSource.transaction(async (tx) => {
      for await (const row of cursorRows(tx, 'select generate_series(1, 10000)')) {
        expect(row).toEqual({ generate_series: 1 });
        break;
      }
      const cursors: unknown[] = await tx.query(`select name from pg_cursors where name like 'rows_%'`);
      return { open: cursors.length, rest: await numbersOf(cursorRows(tx, 'select 7 as n')) };
    });
    expect({ open, rest }).toEqual({ open: 0, rest: [7] });
  });

  it('throws what the database throws', async () => {
    const failing = dataSource.transaction((tx) =>
      numbersOf(cursorRows(tx, 'select 1 / (3 - n) as n from generate_series(1, 5) n')),
    );
    await expect(failing).rejects.toThrow('division by zero');
  });
});

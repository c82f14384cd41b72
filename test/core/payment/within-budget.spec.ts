import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse as parseCsv } from 'csv-parse/sync';
import fc from 'fast-check';
import { parse } from 'yaml';
import type { OwedShare } from '../../../src/core/payment/payee.js';
import { withinBudget } from '../../../src/core/payment/within-budget.js';
import { sumRupiah, type Rupiah } from '../../../src/core/shared/rupiah.js';
import { serviceMonth } from '../../../src/core/shared/service-month.js';

const root = 'test/golden/funding';

interface Expected {
  readonly kasus: string;
  readonly dibayar: readonly string[];
  readonly menunggu: readonly string[];
}

function rowsOf(name: string, file: string): Readonly<Record<string, string>>[] {
  const options = { columns: true, delimiter: ';' } as const;
  return parseCsv(readFileSync(join(root, name, file), 'utf8'), options);
}

function decided(name: string): Omit<Expected, 'kasus'> {
  const lines = rowsOf(name, 'pagu.csv');
  const labels = lines.map(({ sumber = '' }) => sumber);
  const available = new Map(lines.map(({ tersedia = '' }, index) => [index, BigInt(tersedia)]));
  const shares = rowsOf(name, 'terutang.csv').map((row, index): OwedShare => ({
    entitlementId: index,
    kaderId: Number(row.kader),
    sourceId: labels.indexOf(row.sumber ?? ''),
    serviceMonth: serviceMonth(row.bulan ?? ''),
    amount: BigInt(row.jumlah ?? ''),
  }));
  const { taken, leftOut } = withinBudget(shares, available);
  const paid = taken.map(({ kaderId, serviceMonth: month }) => `${String(kaderId)} ${month}`);
  return {
    dibayar: [...new Set(paid)],
    menunggu: leftOut.flatMap(({ kaderId, month, short }) =>
      short.map(
        ({ sourceId, missing }) =>
          `${String(kaderId)} ${month}, ${labels[sourceId] ?? ''} kurang ${String(missing)}`,
      ),
    ),
  };
}

/** Shares of a few kader, months and lines; some take back a little. */
const someShares = fc
  .array(
    fc.record({
      kaderId: fc.integer({ min: 1, max: 4 }),
      sourceId: fc.integer({ min: 1, max: 3 }),
      serviceMonth: fc.constantFrom('2026-07', '2026-08', '2026-09').map(serviceMonth),
      amount: fc.constantFrom(20_000n, 75_000n, 50_000n, -10_000n),
    }),
    { maxLength: 20 },
  )
  .map((shares) => shares.map((share, entitlementId): OwedShare => ({ entitlementId, ...share })));

const ceilings = fc
  .array(fc.constantFrom(0n, 60_000n, 150_000n, 1_000_000n), { minLength: 3, maxLength: 3 })
  .map((amounts) => new Map(amounts.map((amount, index) => [index + 1, amount])));

const monthOf = ({ kaderId, serviceMonth: month }: OwedShare) => `${month}/${String(kaderId)}`;

/** What is asked of a line: in each month of a kader no less than nothing. */
function needOf(shares: readonly OwedShare[], sourceId: number): Rupiah {
  const own = shares.filter((share) => share.sourceId === sourceId);
  const months = [...new Set(own.map(monthOf))].map((key) =>
    sumRupiah(own.filter((share) => monthOf(share) === key).map(({ amount }) => amount)),
  );
  return sumRupiah(months.filter((amount) => amount > 0n));
}

describe('withinBudget', () => {
  it.each(readdirSync(root))('%s', (name) => {
    const { kasus, ...expected } = parse(
      readFileSync(join(root, name, 'diharapkan.yaml'), 'utf8'),
    ) as Expected;
    expect(kasus).toMatch(/\S/);
    expect(decided(name)).toEqual(expected);
  });

  it('takes or leaves each month of a kader as a whole, and never more than a line has', () => {
    fc.assert(
      fc.property(someShares, ceilings, (shares, available) => {
        const { taken, leftOut } = withinBudget(shares, available);
        const takenMonths = new Set(taken.map(monthOf));
        const waiting = new Set(leftOut.map(({ kaderId, month }) => `${month}/${String(kaderId)}`));
        expect(taken).toHaveLength(shares.filter((share) => takenMonths.has(monthOf(share))).length);
        expect([...takenMonths].filter((key) => waiting.has(key))).toEqual([]);
        expect(takenMonths.size + waiting.size).toBe(new Set(shares.map(monthOf)).size);
        for (const [sourceId, ceiling] of available) {
          expect(needOf(taken, sourceId) <= ceiling).toBe(true);
        }
      }),
    );
  });

  it('decides the same whatever order the shares come in', () => {
    const shuffled = someShares.chain((shares) =>
      fc.tuple(
        fc.constant(shares),
        fc.shuffledSubarray(shares, { minLength: shares.length, maxLength: shares.length }),
      ),
    );
    fc.assert(
      fc.property(shuffled, ceilings, ([shares, other], available) => {
        const months = (list: readonly OwedShare[]) => [
          ...new Set(withinBudget(list, available).taken.map(monthOf)),
        ];
        expect(months(other)).toEqual(months(shares));
      }),
    );
  });

  it('says on one line exactly how much is missing', () => {
    fc.assert(
      fc.property(someShares, fc.constantFrom(0n, 60_000n, 150_000n, 400_000n), (shares, ceiling) => {
        const own = shares.map((share) => ({ ...share, sourceId: 1 }));
        const { leftOut } = withinBudget(own, new Map([[1, ceiling]]));
        const missing = sumRupiah(leftOut.flatMap(({ short }) => short.map((one) => one.missing)));
        const need = needOf(own, 1);
        expect(missing).toBe(need > ceiling ? need - ceiling : 0n);
      }),
    );
  });

  it('lets nobody go before her who waits on the same line', () => {
    fc.assert(
      fc.property(someShares, fc.constantFrom(0n, 60_000n, 150_000n), (shares, ceiling) => {
        const own = shares.map((share) => ({ ...share, sourceId: 1 }));
        const { taken, leftOut } = withinBudget(own, new Map([[1, ceiling]]));
        const [first] = leftOut;
        if (first === undefined) return;
        const placeOf = (month: string, kaderId: number) => `${month}/${String(kaderId).padStart(3, '0')}`;
        const paidAfter = taken.filter(
          (share) => placeOf(share.serviceMonth, share.kaderId) > placeOf(first.month, first.kaderId),
        );
        expect(needOf(paidAfter, 1)).toBe(0n);
      }),
    );
  });
});

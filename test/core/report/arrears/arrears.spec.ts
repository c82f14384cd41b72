import fc from 'fast-check';
import { arrearsBy, arrearsGroupings } from '../../../../src/core/report/arrears/arrears-by.js';
import { arrearsTable } from '../../../../src/core/report/arrears/arrears-table.js';
import { arrears, type ArrearsFacts } from '../../../../src/core/report/arrears/arrears.js';
import { tableLines } from '../../../../src/core/report/report-table.js';
import { plainDate } from '../../../../src/core/shared/plain-date.js';
import { sumRupiah } from '../../../../src/core/shared/rupiah.js';
import { lastDayOf, serviceMonth } from '../../../../src/core/shared/service-month.js';
import {
  aHolding,
  aPayee,
  aShare,
  aSource,
  NOVEMBER_22,
  owedWorlds,
  type OwedWorld,
} from '../../../support/owed-facts.js';

describe('arrears', () => {
  it('say the same by kader, nagari, payer and source, and what a ledger of the same days says', () => {
    fc.assert(
      fc.property(owedWorlds, (world) => {
        const found = arrears(factsOf(world));
        expect(found.ledger.differences).toEqual([]);
        expect(found.owed - found.overpaid).toBe(found.ledger.payable);
        for (const grouping of arrearsGroupings) {
          const groups = arrearsBy(found.rows, grouping);
          expect(sumRupiah(groups.map(({ owed }) => owed))).toBe(found.owed);
          expect(sumRupiah(groups.map(({ overpaid }) => overpaid))).toBe(found.overpaid);
          for (const { owed, ages, reasons } of groups) {
            expect(sumRupiah(Object.values(ages))).toBe(owed);
            expect(sumRupiah(reasons.map(({ amount }) => amount))).toBe(owed);
          }
        }
      }),
    );
  });

  it('do not depend on the order in which anything was read', () => {
    fc.assert(
      fc.property(owedWorlds, (world) => {
        const turned = {
          ...world,
          shares: [...world.shares].reverse(),
          holdings: [...world.holdings].reverse(),
          sources: [...world.sources].reverse(),
          payees: [...world.payees].reverse(),
        };
        const { rows } = arrears(factsOf(world));
        const other = arrears(factsOf(turned)).rows;
        expect(other).toEqual(rows);
        for (const grouping of arrearsGroupings) {
          expect(arrearsBy([...other].reverse(), grouping)).toEqual(arrearsBy(rows, grouping));
        }
      }),
    );
  });

  it('tell the reason that has to be dealt with first, and by whom', () => {
    const shares = [1, 2, 3, 4, 5, 6].map((id) => aShare(id, { kaderId: id, amount: 10_000n }));
    const payees = [
      aPayee(1, { account: null }),
      aPayee(2, { deceasedOn: plainDate('2026-10-01') }),
      aPayee(3, { returned: { on: plainDate('2026-10-09'), note: 'REKENING TUTUP' } }),
      aPayee(4),
      aPayee(5),
      aPayee(6),
    ];
    const world = {
      ...{ shares, payees, asOf: NOVEMBER_22 },
      holdings: [aHolding(4, { state: 'verified' })],
      sources: [aSource(1, { ceiling: 60_000n, reserved: 10_000n, spent: 5_000n })],
    };
    const told = arrears(factsOf(world)).rows.map(({ reason, task }) => [reason.code, task?.who]);
    expect(told).toEqual([
      ['report.held-no-account', 'operator nagari (Kasi)'],
      ['report.held-deceased', 'operator nagari (Kasi)'],
      ['report.held-returned', 'operator nagari (Kasi)'],
      ['report.held-not-requested', 'operator nagari (Kasi)'],
      ['report.held-budget-short', 'wali nagari'],
      ['report.held-waits', 'wali nagari'],
    ]);
  });

  it('are as old as the day on which the month ended', () => {
    const months = ['2026-10', '2026-08', '2026-07', '2026-01'].map(serviceMonth);
    const shares = months.map((month, index) => aShare(index + 1, { month }));
    const world = { shares, holdings: [], sources: [aSource(1)], payees: [aPayee(1)], asOf: NOVEMBER_22 };
    const ages = arrears(factsOf(world)).rows.map(({ month, days, age }) => [month, days, age]);
    expect(ages).toEqual([
      ['2026-01', 295, '>180'],
      ['2026-07', 114, '91-180'],
      ['2026-08', 83, '31-90'],
      ['2026-10', 22, '0-30'],
    ]);
  });

  it('name every budget line on which the ledger says otherwise', () => {
    const world = {
      ...{ shares: [aShare(1)], holdings: [], sources: [aSource(1)], payees: [aPayee(1)] },
      asOf: NOVEMBER_22,
    };
    const found = arrears({ ...factsOf(world), ledger: [{ sourceId: 1, payable: 70_000n }] });
    expect(found.ledger.differences).toEqual([
      { source: '13.10.04.2002/S1/2026', rows: 75_000n, ledger: 70_000n },
    ]);
    const lines = tableLines(arrearsTable(found, arrearsBy(found.rows, 'source'), 'source'));
    expect(lines.at(-1)).toMatch(/^TIDAK COCOK dengan buku besar\./);
  });

  it('count months that nobody calculated, whose amount is not known', () => {
    const notCalculated = ['2026-05', '2026-06'].map((month) => ({
      ...{ nagariCode: '13.10.04.2002', nagariName: 'Siguntur', month: serviceMonth(month), kader: 25 },
    }));
    const world = { shares: [], holdings: [], sources: [], payees: [], asOf: NOVEMBER_22 };
    const found = arrears({ ...factsOf(world), notCalculated });
    expect(tableLines(arrearsTable(found, [], 'kader')).slice(-3, -1)).toEqual([
      'Tidak ada honor terhitung yang belum dibayar.',
      'Belum dihitung, jadi belum ada nilainya: Mei s.d. Juni 2026 di Siguntur (13.10.04.2002), 50 bulan-kader.',
    ]);
  });
});

/** The facts of a world, with what a ledger would hold after the same accruals, payments and returns. */
function factsOf(world: OwedWorld): ArrearsFacts {
  const { shares, holdings, sources, asOf } = world;
  const ledger = sources.map(({ id }) => {
    const own = shares.filter(({ sourceId }) => sourceId === id);
    const accrued = own.filter(({ month }) => lastDayOf(month) <= asOf);
    const moved = accrued.map(({ entitlementId, amount }) => {
      const held = holdings.filter((one) => one.entitlementId === entitlementId);
      const sent = held.filter(({ releasedOn }) => releasedOn !== null && releasedOn <= asOf).length;
      const back = held.filter(({ returnedOn }) => returnedOn !== null && returnedOn <= asOf).length;
      return amount * BigInt(1 - sent + back);
    });
    return { sourceId: id, payable: sumRupiah(moved) };
  });
  return { ...world, today: NOVEMBER_22, nagariNames: new Map(), notCalculated: [], ledger };
}

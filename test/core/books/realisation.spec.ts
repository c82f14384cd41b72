import { budgetOf, type AccountMovement, type BudgetLine } from '../../../src/core/books/budget-line.js';
import { realisation } from '../../../src/core/books/realisation.js';
import { serviceMonth } from '../../../src/core/shared/service-month.js';

const period = serviceMonth('2026-07');

function line(id: number, label: string, ceiling: bigint, reserved = 0n): BudgetLine {
  return {
    id,
    payer: '13.10.04.2001',
    label,
    fiscalYear: 2026,
    activityCode: '2.2.02',
    accountCode: '5.2.2.03',
    expenseAccountId: id * 10,
    payableAccountId: id * 10 + 1,
    ceiling,
    reserved,
  };
}

function moved(accountId: number, net: bigint, throughCash = false): AccountMovement {
  return { accountId, period, throughCash, net };
}

describe('realisation', () => {
  it('sets ledger sums beside ceilings, whatever order they come in', () => {
    const lines = [line(1, 'DDS', 900_000n, 100_000n), line(2, 'ADN', 0n)];
    const movements = [
      moved(10, 450_000n),
      moved(11, -450_000n),
      moved(11, 300_000n, true),
      moved(20, 7n),
      moved(99, 1n),
    ];
    const result = realisation(lines, movements);
    expect(realisation([...lines].reverse(), [...movements].reverse())).toEqual(result);
    expect(result.rows).toEqual([
      expect.objectContaining({ source: 'ADN 2026', accrued: 7n, paid: 0n, remaining: 0n, percent: null }),
      expect.objectContaining({
        source: 'DDS 2026',
        accrued: 450_000n,
        reserved: 100_000n,
        paid: 300_000n,
        remaining: 500_000n,
        percent: '33.33',
      }),
    ]);
    expect(result.total).toEqual({
      ceiling: 900_000n,
      accrued: 450_007n,
      reserved: 100_000n,
      paid: 300_000n,
      remaining: 500_000n,
      percent: '33.33',
    });
  });

  it('rounds half a hundredth of a percent up', () => {
    const { total } = realisation([line(1, 'DDS', 20_000n)], [moved(11, 1n, true)]);
    expect(total.percent).toBe('0.01');
  });
});

describe('budgetOf', () => {
  it('adds up the moves of a budget line', () => {
    const moves = [
      { kind: 'allot', amount: 900n },
      { kind: 'reserve', amount: 300n },
      { kind: 'spend', amount: 200n },
      { kind: 'release', amount: 40n },
    ];
    expect(budgetOf(moves)).toEqual({ ceiling: 900n, reserved: 60n });
  });

  it('does not guess at a kind of move it does not know', () => {
    expect(() => budgetOf([{ kind: 'borrow', amount: 1n }])).toThrow('borrow');
  });
});

import { budgetShortages } from '../../../src/core/funding/budget-shortages.js';

const budget = { id: 1, key: '13.10.04.2001/DDS/2026', ceiling: 100n, reserved: 30n, spent: 20n };

describe('budgetShortages', () => {
  it('lets the last rupiah be reserved', () => {
    expect(budgetShortages([{ fundingSourceId: 1, amount: 50n }], [budget])).toEqual([]);
  });

  it('names the line, and by how much it is short of all reservations together', () => {
    const reservations = [30n, 21n].map((amount) => ({ fundingSourceId: 1, amount }));
    const [shortage] = budgetShortages(reservations, [budget, { ...budget, id: 2 }]);
    expect(shortage).toMatchObject({
      code: 'funding.budget-exceeded',
      facts: { source: budget.key, available: 50n, requested: 51n, short: 1n },
    });
  });
});

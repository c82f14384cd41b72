import { kaderCard } from '../../../src/core/books/kader-card.js';
import { plainDate } from '../../../src/core/shared/plain-date.js';
import { bookEntry, CASH, EXPENSE, PAYABLE } from '../../support/book-ledger.js';

const accounts = {
  isCash: (account: number) => account === CASH.first,
  isPayable: (account: number) => account === PAYABLE,
};

describe('kaderCard', () => {
  it('shows what she earned, got, gave back through the bank, and is owed', () => {
    const earned = bookEntry({
      batchId: 1,
      position: 1n,
      effectiveOn: plainDate('2026-01-31'),
      memo: 'Honor bulanan Januari 2026',
      accounts: [EXPENSE, PAYABLE],
    });
    const corrected = bookEntry({
      batchId: 2,
      position: 2n,
      effectiveOn: plainDate('2026-01-31'),
      memo: 'Koreksi honor bulanan Januari 2026',
      accounts: [PAYABLE, EXPENSE],
      amounts: [5_000n, -5_000n],
    });
    const paid = bookEntry({
      batchId: 3,
      position: 3n,
      effectiveOn: plainDate('2026-02-03'),
      amounts: [70_000n, -70_000n],
    });
    const returned = bookEntry({
      batchId: 4,
      position: 4n,
      effectiveOn: plainDate('2026-02-04'),
      memo: 'Retur HK1-1-0001 SPP 1/SPP/2026',
      amounts: [-70_000n, 70_000n],
    });
    const card = kaderCard([returned, paid, corrected, earned], accounts);
    expect(
      card.rows.map(({ number, evidence, accrued, paid, returned, owed }) => [
        number,
        evidence,
        accrued,
        paid,
        returned,
        owed,
      ]),
    ).toEqual([
      [1, 'B1-1', 75_000n, 0n, 0n, 75_000n],
      [2, 'B2-1', -5_000n, 0n, 0n, 70_000n],
      [3, 'HK1-1-0001', 0n, 70_000n, 0n, 0n],
      [4, 'HK1-1-0001', 0n, 0n, 70_000n, 70_000n],
    ]);
    expect(card).toMatchObject({ accrued: 70_000n, paid: 70_000n, returned: 70_000n, owed: 70_000n });
  });
});

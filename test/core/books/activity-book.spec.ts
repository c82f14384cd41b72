import { activityBook } from '../../../src/core/books/activity-book.js';
import type { AccountMovement, BudgetLine } from '../../../src/core/books/budget-line.js';
import { plainDate } from '../../../src/core/shared/plain-date.js';
import { serviceMonth } from '../../../src/core/shared/service-month.js';
import { bookEntry, CASH, EXPENSE, PAYABLE } from '../../support/book-ledger.js';

const line: BudgetLine = {
  id: 1,
  payer: '13.10.04.2001',
  label: 'DDS',
  fiscalYear: 2026,
  activityCode: '2.2.02',
  accountCode: '5.2.2.03',
  expenseAccountId: EXPENSE,
  payableAccountId: PAYABLE,
  ceiling: 1_000_000n,
  reserved: 0n,
};
const month = serviceMonth('2026-02');
const accrual = bookEntry({
  effectiveOn: plainDate('2026-02-28'),
  memo: 'Honor bulanan Februari 2026',
  accounts: [EXPENSE, PAYABLE],
});
const payment = bookEntry({
  batchId: 8,
  position: 8n,
  effectiveOn: plainDate('2026-02-28'),
  amounts: [150_000n, -150_000n],
});
const before: AccountMovement[] = [
  { accountId: EXPENSE, period: serviceMonth('2026-01'), throughCash: false, net: 75_000n },
  { accountId: PAYABLE, period: serviceMonth('2026-01'), throughCash: false, net: -75_000n },
  { accountId: EXPENSE, period: month, throughCash: false, net: 75_000n },
];

describe('activityBook', () => {
  it('holds what was earned and paid against the ceiling', () => {
    const isCash = (account: number) => account === CASH.first;
    const book = activityBook({
      month,
      lines: [line],
      movements: before,
      entries: [payment, accrual],
      isCash,
    });
    expect(book.parts).toEqual([
      {
        activityCode: '2.2.02',
        accountCode: '5.2.2.03',
        source: 'DDS 2026',
        ceiling: 1_000_000n,
        untilLastMonth: { accrued: 75_000n, paid: 0n },
        rows: [
          expect.objectContaining({ number: 1, accrued: 75_000n, paid: 0n, owed: 150_000n }),
          expect.objectContaining({ number: 2, accrued: 0n, paid: 150_000n, owed: 0n }),
        ],
        thisMonth: { accrued: 75_000n, paid: 150_000n },
        untilThisMonth: { accrued: 150_000n, paid: 150_000n },
        owed: 0n,
        remaining: 850_000n,
      },
    ]);
  });
});

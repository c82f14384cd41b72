import fc from 'fast-check';
import type { JournalEntry } from '../../../src/core/ledger/journal.js';
import { journalEntry } from '../../../src/core/ledger/journal.js';
import { accrualEntry, paymentEntry, reversalEntry } from '../../../src/core/ledger/journals-of-honor.js';
import { sumRupiah } from '../../../src/core/shared/rupiah.js';

const CASH = 900;
const heading = { partyId: 1, regionCode: '13.10.04.2001', memo: 'Honor' };
const funded = fc
  .uniqueArray(fc.tuple(fc.integer({ min: 1, max: 9 }), fc.bigInt(1n, 10n ** 12n)), {
    minLength: 1,
    selector: ([source]) => source,
  })
  .map((all) =>
    all.map(([id, amount]) => ({ expenseAccountId: id * 10, payableAccountId: id * 10 + 1, amount })),
  );

function balances(entries: readonly JournalEntry[]): ReadonlyMap<number, bigint> {
  const sums = new Map<number, bigint>();
  for (const { accountId, amount } of entries.flatMap((entry) => entry.lines)) {
    sums.set(accountId, (sums.get(accountId) ?? 0n) + amount);
  }
  return new Map([...sums].filter(([, sum]) => sum !== 0n));
}

describe('journals of honor', () => {
  it('balance, and owe exactly what was earned on each budget line', () => {
    fc.assert(
      fc.property(funded, (shares) => {
        const accrual = accrualEntry(heading, shares);
        expect(sumRupiah(accrual.lines.map((line) => line.amount))).toBe(0n);
        for (const { expenseAccountId, payableAccountId, amount } of shares) {
          expect(balances([accrual]).get(expenseAccountId)).toBe(amount);
          expect(balances([accrual]).get(payableAccountId)).toBe(-amount);
        }
      }),
    );
  });

  it('leave, once paid, only the expense and the cash that went', () => {
    fc.assert(
      fc.property(funded, (shares) => {
        const both = balances([accrualEntry(heading, shares), paymentEntry(heading, shares, CASH)]);
        const expected = shares.map(({ expenseAccountId, amount }): [number, bigint] => [
          expenseAccountId,
          amount,
        ]);
        const total = sumRupiah(shares.map((share) => share.amount));
        expect(both).toEqual(new Map([...expected, [CASH, -total]]));
      }),
    );
  });

  it('net to zero with their reversal, which names what it undoes', () => {
    fc.assert(
      fc.property(funded, (shares) => {
        const payment = paymentEntry(heading, shares, CASH);
        const reversal = reversalEntry(payment, { batchId: 7, sequence: 3 }, 'Retur');
        expect(balances([payment, reversal])).toEqual(new Map());
        expect(reversal.reverses).toEqual({ batchId: 7, sequence: 3 });
      }),
    );
  });

  it('put debits first, by account, one line an account', () => {
    const lines = [
      { accountId: 2, amount: -30n },
      { accountId: 3, amount: 20n },
      { accountId: 1, amount: 5n },
      { accountId: 3, amount: 5n },
    ];
    expect(journalEntry({ ...heading, lines }).lines).toEqual([
      { accountId: 1, amount: 5n },
      { accountId: 3, amount: 25n },
      { accountId: 2, amount: -30n },
    ]);
  });

  it.each([[[1n]], [[1n, -2n]], [[]], [[0n, 0n]]])('refuse lines of %s', (amounts) => {
    const lines = amounts.map((amount, index) => ({ accountId: index + 1, amount }));
    expect(() => journalEntry({ ...heading, lines })).toThrow('Invariant');
  });
});

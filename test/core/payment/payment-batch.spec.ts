import fc from 'fast-check';
import { paymentBatch, returnBatch, type PaidDisbursement } from '../../../src/core/payment/payment-batch.js';
import type { JournalBatch, JournalEntry } from '../../../src/core/ledger/journal.js';
import { plainDate } from '../../../src/core/shared/plain-date.js';
import { sumRupiah } from '../../../src/core/shared/rupiah.js';

const CASH = 1;
const TAX = 2;
const BPJS = 3;
const PREMIUM = 4;
const heading = {
  requestNumber: '1/SPP',
  cashAccountId: CASH,
  on: plainDate('2026-10-05'),
  idempotencyKey: 'payment/1',
};
const amount = fc.bigInt(1n, 1_000_000n);
const share = fc.record({
  expenseAccountId: fc.constant(9),
  payableAccountId: fc.integer({ min: 10, max: 13 }),
  amount: fc.bigInt(1_000_001n, 90_000_000n),
});
const paid: fc.Arbitrary<PaidDisbursement> = fc
  .record({
    kaderId: fc.integer({ min: 1, max: 99 }),
    regionCode: fc.constant('13.10.04.2002'),
    reference: fc.constant('HK1-1-0001'),
    shares: fc.array(share, { minLength: 1, maxLength: 4 }),
    tax: fc.option(amount, { nil: undefined }),
    premium: fc.option(amount, { nil: undefined }),
  })
  .map(({ tax, premium, ...one }) => ({
    ...one,
    deducted: [
      ...(tax === undefined ? [] : [{ debitAccountId: CASH, creditAccountId: TAX, amount: tax }]),
      ...(premium === undefined ? [] : [{ debitAccountId: PREMIUM, creditAccountId: BPJS, amount: premium }]),
    ],
  }));

function onlyEntry({ entries }: JournalBatch): JournalEntry {
  const [entry] = entries as readonly JournalEntry[];
  if (entry === undefined) throw new Error('a batch has an entry');
  return entry;
}

const onAccount = ({ lines }: JournalEntry, accountId: number) =>
  sumRupiah(lines.filter((line) => line.accountId === accountId).map((line) => line.amount));

describe('paymentBatch', () => {
  it('settles payables gross, pays cash net and owes the rest on', () => {
    fc.assert(
      fc.property(paid, (one) => {
        const entry = onlyEntry(paymentBatch([one], heading));
        const gross = sumRupiah(one.shares.map((part) => part.amount));
        const tax = -onAccount(entry, TAX);
        expect(onAccount(entry, CASH)).toBe(tax - gross);
        expect(onAccount(entry, PREMIUM)).toBe(-onAccount(entry, BPJS));
        const payables = entry.lines.filter((line) => line.accountId >= 10);
        expect(sumRupiah(payables.map((line) => line.amount))).toBe(gross);
      }),
    );
  });

  it('is undone exactly by its return, premiums included', () => {
    fc.assert(
      fc.property(paid, (one) => {
        const there = onlyEntry(paymentBatch([one], heading));
        const back = onlyEntry(returnBatch([{ ...one, entry: { batchId: 7, sequence: 1 } }], heading));
        for (const { accountId } of there.lines)
          expect(onAccount(there, accountId) + onAccount(back, accountId)).toBe(0n);
        expect(back.lines).toHaveLength(there.lines.length);
        expect(back.reverses).toEqual({ batchId: 7, sequence: 1 });
      }),
    );
  });
});

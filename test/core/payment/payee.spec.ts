import fc from 'fast-check';
import { monthsAlive, payableSet, type OwedShare, type Payee } from '../../../src/core/payment/payee.js';
import { plainDate } from '../../../src/core/shared/plain-date.js';
import { sumRupiah } from '../../../src/core/shared/rupiah.js';
import { serviceMonth } from '../../../src/core/shared/service-month.js';

const JULY = serviceMonth('2026-07');

const payee: Payee = {
  kaderId: 1,
  name: 'Yusnidar',
  nik: '1310044101800001',
  deceasedOn: null,
  heir: null,
  accountId: 7,
  accountIsPending: false,
  accountWasReturned: false,
};
const died = plainDate('2026-08-14');
const heir = { name: 'Rina', isConfirmed: true, diedOn: died };
const retryReturned = false;
const owedShares = (...amounts: [source: number, amount: bigint][]): OwedShare[] =>
  amounts.map(([sourceId, amount], index) => ({
    entitlementId: index + 1,
    kaderId: 1,
    sourceId,
    serviceMonth: JULY,
    amount,
  }));
const outcomeOf = (change: Partial<Payee>, owed = owedShares([1, 75n])) =>
  payableSet(owed, new Map([[1, { ...payee, ...change }]]), { retryReturned });

describe('payableSet', () => {
  it('pays all she is owed, corrections counted', () => {
    const { payable, heldOut } = outcomeOf({}, owedShares([1, 50n], [2, 25n], [1, -10n]));
    expect(payable).toMatchObject([{ total: 65n, entitlementIds: [1, 2, 3] }]);
    expect(heldOut).toEqual([]);
  });

  it.each([
    [{ accountId: null }, 'payment.account-missing'],
    [{ accountIsPending: true }, 'payment.account-pending'],
    [{ deceasedOn: died }, 'payment.deceased'],
    [{ deceasedOn: died, heir: { ...heir, isConfirmed: false } }, 'payment.heir-unconfirmed'],
    [{ deceasedOn: died, heir: { ...heir, diedOn: plainDate('2026-08-15') } }, 'payment.heir-death-differs'],
    [{ deceasedOn: died, heir, accountId: null }, 'payment.account-missing'],
    [{ accountWasReturned: true }, 'payment.account-returned'],
  ] as const)('holds out %j', (change, code) => {
    const { payable, heldOut } = outcomeOf(change);
    expect(payable).toEqual([]);
    expect(heldOut).toMatchObject([{ owed: 75n, reason: { code } }]);
  });

  it('pays what the dead earned to a confirmed heir', () => {
    expect(outcomeOf({ deceasedOn: died, heir }).payable).toMatchObject([{ total: 75n }]);
  });

  it.each([
    ['more was taken back than is owed', owedShares([1, 50n], [1, -60n])],
    ['a budget line is owed money back', owedShares([1, 75n], [2, -25n])],
  ])('holds out and names her when %s', (_, owed) => {
    expect(outcomeOf({}, owed).heldOut).toMatchObject([{ reason: { code: 'payment.correction-outweighs' } }]);
  });

  it('leaves nobody between: every rupiah owed is payable, held out or balanced', () => {
    const owed = fc.array(
      fc.record({
        entitlementId: fc.nat(1000),
        kaderId: fc.integer({ min: 1, max: 4 }),
        sourceId: fc.integer({ min: 1, max: 2 }),
        serviceMonth: fc.constantFrom(JULY, serviceMonth('2026-08')),
        amount: fc.bigInt(-100n, 100n),
      }),
    );
    const payees = new Map(
      [1, 2, 3, 4].map((id) => [id, { ...payee, kaderId: id, accountId: id === 4 ? null : id }]),
    );
    fc.assert(
      fc.property(owed, (shares) => {
        const { payable, heldOut } = payableSet(shares, payees, { retryReturned });
        const sorted = [...payable.map((one) => one.total), ...heldOut.map((one) => one.owed)];
        expect(sumRupiah(sorted)).toBe(sumRupiah(shares.map((share) => share.amount)));
        expect(payable.every((one) => one.total > 0n)).toBe(true);
      }),
    );
  });

  it('pays again to a returned account when somebody says that it is right', () => {
    const payees = new Map([[1, { ...payee, accountWasReturned: true }]]);
    expect(payableSet(owedShares([1, 75n]), payees, { retryReturned: true }).payable).toHaveLength(1);
  });

  it('stops at somebody owed but unknown', () => {
    expect(() => payableSet(owedShares([1, 75n]), new Map(), { retryReturned })).toThrow('not known');
  });
});

it('monthsAlive leaves the month of death and those before it', () => {
  const months = ['2026-07', '2026-08', '2026-09', '2026-12'].map(serviceMonth);
  expect(monthsAlive({ deceasedOn: died }, months)).toEqual(['2026-07', '2026-08']);
  expect(monthsAlive({ deceasedOn: null }, months)).toEqual(months);
});

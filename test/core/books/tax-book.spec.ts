import { taxBook, withheldKind } from '../../../src/core/books/tax-book.js';
import { plainDate } from '../../../src/core/shared/plain-date.js';
import { serviceMonth } from '../../../src/core/shared/service-month.js';
import { bookEntry, CASH, EXPENSE, PAYABLE, totalsOf } from '../../support/book-ledger.js';

const TAX = 8;
const BPJS = 9;
const accounts = [
  { accountId: TAX, kind: 'TaxPayable:PPh21' },
  { accountId: BPJS, kind: 'BpjsPayable' },
];

describe('withheldKind', () => {
  it.each([
    ['Liabilities:TaxPayable:PPh21:13-10-04-2001', 'TaxPayable:PPh21'],
    ['Liabilities:TaxPayable:13-10-04-2001:PPh21', 'TaxPayable:PPh21'],
    ['Liabilities:BpjsPayable:13-10-04-2001', 'BpjsPayable'],
    ['Liabilities:TaxPayable:PPh21:13-10-04-2002', undefined],
    ['Liabilities:HonorPayable:13-10-04-2001:DDS-2026', undefined],
    ['Liabilities:TaxPayableOther:13-10-04-2001', undefined],
  ])('%s', (code, kind) => {
    expect(withheldKind(code, '13-10-04-2001')).toBe(kind);
  });
});

describe('taxBook', () => {
  it('of a payer who withholds nothing is empty, with zero left to remit', () => {
    const month = serviceMonth('2026-01');
    const entries = [bookEntry()];
    expect(taxBook({ month, accounts: [], totals: totalsOf(entries), entries })).toMatchObject({
      opening: 0n,
      rows: [],
      kinds: [],
      closing: 0n,
    });
  });

  it('carries what is withheld until it is remitted, by kind', () => {
    const withheld = (batchId: number, on: string, sequence: number) =>
      bookEntry({
        batchId,
        sequence,
        position: BigInt(batchId),
        effectiveOn: plainDate(on),
        memo: 'Honor bulanan',
        accounts: [EXPENSE, PAYABLE, TAX, BPJS],
        amounts: [100n, -90n, -6n, -4n],
      });
    const remitted = bookEntry({
      batchId: 3,
      position: 3n,
      effectiveOn: plainDate('2026-02-10'),
      memo: 'Setor PPh 21, NTPN 1',
      accounts: [TAX, CASH.first],
      amounts: [6n, -6n],
    });
    const entries = [
      withheld(1, '2026-01-31', 1),
      withheld(2, '2026-02-28', 1),
      withheld(2, '2026-02-28', 2),
      remitted,
    ];
    const book = taxBook({ month: serviceMonth('2026-02'), accounts, totals: totalsOf(entries), entries });
    expect(book).toMatchObject({
      opening: 10n,
      thisMonth: { receipts: 20n, payments: 6n },
      untilThisMonth: { receipts: 30n, payments: 6n },
      closing: 24n,
      kinds: [
        { kind: 'BpjsPayable', opening: 4n, withheld: 8n, remitted: 0n, closing: 12n },
        { kind: 'TaxPayable:PPh21', opening: 6n, withheld: 12n, remitted: 6n, closing: 12n },
      ],
    });
    expect(
      book.rows.map(({ description, kind, receipt, payment, balance }) => [
        description,
        kind,
        receipt,
        payment,
        balance,
      ]),
    ).toEqual([
      ['Setor PPh 21, NTPN 1', 'TaxPayable:PPh21', 0n, 6n, 4n],
      ['Honor bulanan (2 jurnal)', 'TaxPayable:PPh21', 12n, 0n, 16n],
      ['Honor bulanan (2 jurnal)', 'BpjsPayable', 8n, 0n, 24n],
    ]);
  });
});

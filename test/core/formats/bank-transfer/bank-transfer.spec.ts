import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import {
  bankTransferColumns,
  bankTransferFileName,
  bankTransferLines,
  type BankTransfer,
} from '../../../../src/core/formats/bank-transfer/bank-transfer.js';
import { sumRupiah } from '../../../../src/core/shared/rupiah.js';

function transfer(changes: Partial<BankTransfer> = {}): BankTransfer {
  return {
    reference: 'HK-45-1',
    bankCode: '118',
    bankName: 'Bank Nagari',
    account: '00020210098811',
    payee: 'Yusmaniar',
    amount: 225_000n,
    remark: 'Honor kader Juli s.d. September 2026',
    ...changes,
  };
}

function rowsOf(transfers: readonly BankTransfer[]): Record<string, string>[] {
  return parse([...bankTransferLines(transfers)].join(''), { columns: true, relax_quotes: false });
}

describe('bankTransferLines', () => {
  it('writes a header and a line a transfer, CRLF, without BOM', () => {
    expect([...bankTransferLines([transfer()])].join('')).toBe(
      'NO_REFERENSI,KODE_BANK,NAMA_BANK,NO_REKENING,NAMA_PENERIMA,NOMINAL,KETERANGAN\r\n' +
        'HK-45-1,118,BANK NAGARI,00020210098811,YUSMANIAR,225000,HONOR KADER JULI S.D. SEPTEMBER 2026\r\n',
    );
  });

  it('is read back with the same sum, accounts and no formula, whatever the names', () => {
    const digits = fc.stringMatching(/^\d{5,20}$/);
    const anyTransfer = fc.record({
      account: digits,
      amount: fc.bigInt({ min: 1n, max: 10n ** 12n }),
      payee: fc.string({ unit: 'grapheme' }).map((text) => `${text}a`),
      bankName: fc.string({ unit: 'grapheme' }),
      remark: fc.string({ unit: 'grapheme' }),
    });
    fc.assert(
      fc.property(fc.array(anyTransfer), (changes) => {
        const transfers = changes.map((change, index) =>
          transfer({ ...change, reference: `HK-1-${String(index)}` }),
        );
        const rows = rowsOf(transfers);
        expect(sumRupiah(rows.map((row) => BigInt(row.NOMINAL ?? '')))).toBe(
          sumRupiah(transfers.map((each) => each.amount)),
        );
        expect(rows.map((row) => row.NO_REKENING)).toEqual(transfers.map(({ account }) => account));
        for (const row of rows) {
          expect(Object.keys(row)).toEqual([...bankTransferColumns]);
          for (const cell of Object.values(row)) expect(cell).not.toMatch(/^[=+\-@\t\r]|[",\n]/);
        }
      }),
    );
  });

  it.each([
    ['bank-transfer.account', { account: '1002.0210.09881-1' }],
    ['bank-transfer.account', { account: '' }],
    ['bank-transfer.bank-code', { bankCode: 'BRI' }],
    ['bank-transfer.payee', { payee: '???' }],
  ])('refuses with %s: %j', (code, changes) => {
    expect(() => [...bankTransferLines([transfer(changes)])]).toThrow(`${code}: `);
  });

  it('stops at a transfer of nothing', () => {
    expect(() => [...bankTransferLines([transfer({ amount: 0n })])]).toThrow('moves money');
  });
});

describe('bankTransferFileName', () => {
  it('says how many and how much', () => {
    expect(bankTransferFileName('00045/SPP/2.2.02/2026', 38, 8_550_000n)).toBe(
      'transfer_00045-SPP-2-2-02-2026_38-orang_8550000.csv',
    );
  });
});

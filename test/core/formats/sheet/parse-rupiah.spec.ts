import fc from 'fast-check';
import { parseRupiah } from '../../../../src/core/formats/sheet/parse-rupiah.js';
import { formatRupiah } from '../../../../src/core/shared/rupiah.js';

const read = (typed: string) => {
  const reading = parseRupiah({ kind: 'text', text: typed });
  return 'value' in reading ? reading.value : reading.refusal.code;
};

describe('parseRupiah', () => {
  it('reads back every amount as it is written', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 999_999_999_999_999n }), (amount) => {
        const written = formatRupiah(amount);
        for (const typed of [
          written,
          written.replace('Rp', 'Rp '),
          `${written},00`,
          `${written},-`,
          amount.toString(),
        ])
          expect(read(typed)).toBe(amount);
      }),
    );
  });

  it.each([
    ['75,000', 'sheet.rupiah-expected'],
    ['75.00', 'sheet.rupiah-expected'],
    ['75.000,50', 'sheet.rupiah-whole'],
    ['-75.000', 'sheet.rupiah-expected'],
    ['tujuh', 'sheet.rupiah-expected'],
  ])('refuses %s', (typed, code) => {
    expect(read(typed)).toBe(code);
  });

  it('takes whole numbers only', () => {
    const read = (number: number) => parseRupiah({ kind: 'number', number, format: '#,##0' });
    expect(read(75_000)).toEqual({ value: 75_000n });
    for (const number of [0.5, -1, 2 ** 53]) {
      expect(read(number)).toMatchObject({ refusal: { code: 'sheet.rupiah-whole' } });
    }
  });
});

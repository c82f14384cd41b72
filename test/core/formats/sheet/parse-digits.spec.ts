import fc from 'fast-check';
import { digitsParser } from '../../../../src/core/formats/sheet/parse-digits.js';

const parse = digitsParser(5, 20);
const code = (typed: string) => {
  const reading = parse({ kind: 'text', text: typed });
  return 'value' in reading ? reading.value : reading.refusal.code;
};

describe('digitsParser', () => {
  it('keeps every digit, whatever separates them', () => {
    const digits = fc.stringMatching(/^\d{5,20}$/);
    fc.assert(
      fc.property(
        digits,
        fc.constantFrom('', ' ', '.', '-'),
        fc.constantFrom('', "'"),
        (all, between, before) => {
          expect(code(before + all.split('').join(between))).toBe(all);
        },
      ),
    );
  });

  it('never takes a number, however it is shown', () => {
    fc.assert(
      fc.property(fc.nat(), fc.constantFrom('General', '0', '0000000000', '@'), (number, format) => {
        expect(parse({ kind: 'number', number, format })).toMatchObject({
          refusal: { code: 'sheet.digits-as-number' },
        });
      }),
    );
  });

  it.each([
    ['1.31004E+15', 'sheet.digits-as-number'],
    ['1,31E15', 'sheet.digits-as-number'],
    ['12345O', 'sheet.digits-expected'],
    ['1234', 'sheet.digits-length'],
    ['123456789012345678901', 'sheet.digits-length'],
    ['-', 'sheet.digits-expected'],
  ])('refuses %s', (typed, expected) => {
    expect(code(typed)).toBe(expected);
  });
});

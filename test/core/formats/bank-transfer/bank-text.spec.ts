import fc from 'fast-check';
import { bankText } from '../../../../src/core/formats/bank-transfer/bank-text.js';

describe('bankText', () => {
  it.each([
    ["Siti Nur'aini", 'SITI NURAINI'],
    ['Hj. Rosmawati, S.Pd.', 'HJ. ROSMAWATI S.PD.'],
    ['Renée Müller', 'RENEE MULLER'],
    ['  Yusmaniar \t (Ketua) ', 'YUSMANIAR KETUA'],
    ['=HYPERLINK("x")', 'HYPERLINK X'],
    ['-5+3', '5 3'],
    ['"', ''],
  ])('writes %j as "%s"', (text, written) => {
    expect(bankText(text, 40)).toBe(written);
  });

  it('cuts at the length a bank takes', () => {
    expect(bankText('A'.repeat(60), 40)).toHaveLength(40);
  });

  it('needs no quoting and starts no formula, whatever it is given', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 50 }), (text, longest) => {
        const written = bankText(text, longest);
        expect(written).toMatch(/^([A-Z0-9]([A-Z0-9 .-]*[A-Z0-9.-])?)?$/);
        expect(written.length).toBeLessThanOrEqual(longest);
        expect(bankText(written, longest)).toBe(written);
      }),
    );
  });
});

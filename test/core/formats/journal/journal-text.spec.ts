import fc from 'fast-check';
import {
  beancountText,
  isAccountName,
  journalMemo,
} from '../../../../src/core/formats/journal/journal-text.js';

describe('journalMemo', () => {
  it.each([
    ['Honor kader Juli 2026', 'Honor kader Juli 2026'],
    ['baris\nkedua\r\n2026-01-01 * x', 'baris kedua 2026-01-01 * x'],
    ['a ; b | c', 'a , b , c'],
    ['  dua   spasi\t', 'dua spasi'],
    ['\u0000', 'tanpa keterangan'],
  ])('writes %j as "%s"', (memo, written) => {
    expect(journalMemo(memo)).toBe(written);
  });

  it('is one short line without comment signs, whatever it is given', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (memo) => {
        const written = journalMemo(memo);
        expect(written).toMatch(/^\S(.*\S)?$/u);
        expect(written).not.toMatch(/[;|\n\r\t]| {2}/);
        expect(Array.from(written).length).toBeLessThanOrEqual(200);
      }),
    );
  });
});

describe('isAccountName', () => {
  it('takes names both programs read the same', () => {
    expect(isAccountName('Expenses:Honor:13-10-04-2001:ADN-2026')).toBe(true);
    for (const name of ['', 'expenses', 'Assets:', 'Assets:A  B', 'Assets:A;B', '(Assets)', 'Assets::A']) {
      expect(isAccountName(name)).toBe(false);
    }
  });
});

describe('beancountText', () => {
  it('reads back as it was, and never ends the string it stands in', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', '"', '\\') }), (text) => {
        const written = beancountText(text);
        expect(written).toMatch(/^(?:[^"\\]|\\.)*$/);
        expect(written.replace(/\\(.)/g, '$1')).toBe(text);
      }),
    );
  });
});

import { taxFactsLayout } from '../../../src/core/deduction/tax-facts-sheet.js';

const { parse } = taxFactsLayout.columns.ptkp;

describe('the PTKP column', () => {
  it.each([
    ['TK/0', 'TK/0'],
    ['tk 3', 'TK/3'],
    ['K-2', 'K/2'],
    ['K/I/1', 'K/I/1'],
    ['KI1', 'K/I/1'],
  ])('reads %s as %s', (text, value) => {
    expect(parse({ kind: 'text', text })).toEqual({ value });
  });

  it.each(['TK/4', 'TK/I/0', 'HB/0', '54000000'])('refuses %s', (text) => {
    expect(parse({ kind: 'text', text })).toMatchObject({ refusal: { code: 'deduction.ptkp-unreadable' } });
  });
});

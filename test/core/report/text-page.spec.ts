import fc from 'fast-check';
import { section, withAmount, wrapped } from '../../../src/core/report/text-page.js';

describe('a page of text', () => {
  it('keeps every word, and no line of usual words is wider than the page', () => {
    const words = fc.array(fc.stringMatching(/^[a-z]{1,20}$/), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(words, fc.integer({ min: 0, max: 8 }), (drawn, indent) => {
        const lines = wrapped(drawn.join(' '), indent);
        expect(lines.join(' ').trim().split(/\s+/)).toEqual(drawn);
        expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(92);
      }),
    );
  });

  it('puts an amount at the right edge, below a text that leaves no room', () => {
    expect(withAmount('Honor', 75_000n, 2)).toEqual([`  Honor${' '.repeat(77)}Rp75.000`]);
    expect(withAmount('x'.repeat(80), 5n, 0)).toEqual(['x'.repeat(80), `${' '.repeat(89)}Rp5`]);
  });

  it('leaves a heading out where nothing stands under it', () => {
    expect(section('Kosong', [])).toEqual([]);
    expect(section('Isi', ['  satu'])).toEqual(['', 'ISI', '  satu']);
  });
});

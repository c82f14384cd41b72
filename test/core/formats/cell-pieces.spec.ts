import fc from 'fast-check';
import { cellPieces } from '../../../src/core/formats/cell-pieces.js';

const texts = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 400 }), fc.stringMatching(/^[ab\n]{0,400}$/));

describe('a text in cells', () => {
  it('is all there, in as few lines as a cell may have, and no character is cut', () => {
    fc.assert(
      fc.property(
        texts,
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 1, max: 9 }),
        (text, width, height) => {
          const pieces = cellPieces(text, width, height);
          const bare = (one: string) => one.replace(/[\r\n]/g, '');
          expect(pieces.map((piece) => bare(piece.text)).join('')).toBe(bare(text));
          expect(pieces.filter(({ lines }) => lines < 1 || lines > height)).toEqual([]);
          expect(pieces.filter((piece) => Array.from(bare(piece.text)).length > width * height)).toEqual([]);
          expect(pieces.filter((piece) => /[\ud800-\udbff]$/.test(piece.text))).toEqual([]);
        },
      ),
    );
  });

  it('stays whole when it is short', () => {
    expect(cellPieces('satu\ndua', 100, 28)).toEqual([{ text: 'satu\ndua', lines: 2 }]);
    expect(cellPieces('', 100, 28)).toEqual([{ text: '', lines: 1 }]);
  });
});

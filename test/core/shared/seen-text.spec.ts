import fc from 'fast-check';
import { saysSomething, seenText } from '../../../src/core/shared/seen-text.js';

describe('what is seen of a text', () => {
  it.each([
    ['Ani\u202einamur\u202c', 'Aniinamur'],
    ['\u2066Dewi\u2069 \u200eS.\u200f', 'Dewi S.'],
    ['Yus\u200bni\u200cdar\ufeff', 'Yusnidar'],
    ['Ra\u00adni\u2060\u180e', 'Rani'],
    ['\u3164\u115f', ''],
    ['a\u0007b', 'ab'],
    ['baris\tsatu\nbaris dua', 'baris\tsatu\nbaris dua'],
    ['Ibu ❤\ufe0f', 'Ibu ❤'],
  ])('%j: %j', (text, seen) => {
    expect(seenText(text)).toBe(seen);
  });

  it('leaves letters, digits and marks of any writing, and is done once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(seenText(seenText(text))).toBe(seenText(text));
      }),
    );
    expect(seenText('Nurhayati, S.Pd. – 17/8 (½) 山田 ꦲꦏ é')).toBe('Nurhayati, S.Pd. – 17/8 (½) 山田 ꦲꦏ é');
  });

  it.each([
    ['x', true],
    ['7', true],
    ['山', true],
    ['\u200b\u200b', false],
    ['\u3164', false],
    [' - ', false],
    ['...', false],
    ['\u2800', false],
    ['', false],
  ])('%j says something: %s', (text, says) => {
    expect(saysSomething(text)).toBe(says);
  });
});

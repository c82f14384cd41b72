import fc from 'fast-check';
import { shownText } from '../../../../src/core/formats/sheet/cell.js';
import { parseText } from '../../../../src/core/formats/sheet/parse-text.js';

const shown = (text: string): string => shownText({ kind: 'text', text });

describe('shownText', () => {
  it.each([
    ['\u200B\u200D\uFEFF', ''],
    ['\u202E\u202C', ''],
    ['\u0000\u001B', ''],
    ['\u3164', ''],
    ['Siti\u200B Aminah', 'Siti Aminah'],
    ['\u202ESiti', 'Siti'],
    ['Siti\nAminah\t', 'Siti Aminah'],
    ['NIK\u00A0 \u200B 1', 'NIK 1'],
  ])('shows %j as %j', (text, expected) => {
    expect(shown(text)).toBe(expected);
  });

  it('holds nothing unseen, and is as it is when shown again', () => {
    const letters = fc.constantFrom(
      ...Array.from('aZ9 \n\t\u200B\u200E\u202E\uFEFF\u00AD\u0000\u007F\u3164\u00E9\u0301'),
    );
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: letters }), fc.string({ unit: 'binary' })), (text) => {
        expect(shown(text)).not.toMatch(/[\p{Cf}\p{Cc}]/u);
        expect(shown(shown(text))).toBe(shown(text));
      }),
    );
  });
});

describe('parseText', () => {
  it('refuses a text of more than 200 characters', () => {
    expect(parseText({ kind: 'text', text: 'a'.repeat(200) })).toEqual({ value: 'a'.repeat(200) });
    expect(parseText({ kind: 'text', text: 'a'.repeat(201) })).toMatchObject({
      refusal: { code: 'sheet.text-too-long', facts: { count: 201, longest: 200 } },
    });
  });
});

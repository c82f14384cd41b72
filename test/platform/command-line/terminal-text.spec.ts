import fc from 'fast-check';
import { terminalText } from '../../../src/platform/command-line/terminal-text.js';

describe('terminalText', () => {
  it('shows what a terminal would obey, and keeps lines and tabs', () => {
    expect(terminalText('a\tb\n\u001B[31mmerah\u009B0m\u202Egnp.exe\u0000\u007F')).toBe(
      'a\tb\n\\u001b[31mmerah\\u009b0m\\u202egnp.exe\\u0000\\u007f',
    );
  });

  it('leaves JSON the same JSON', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(JSON.parse(terminalText(JSON.stringify({ text }, undefined, 2)))).toEqual({ text });
      }),
    );
  });
});

import { kaderArgument } from '../../../src/platform/command-line/options.js';

describe('a kader, as somebody names her', () => {
  it('is her NIK, or her number', () => {
    expect(['1310044101800001', '1', '999999999'].map(kaderArgument)).toEqual([
      '1310044101800001',
      '1',
      '999999999',
    ]);
  });

  it('is nothing else, and what was mistyped is not repeated: it may be most of a NIK', () => {
    for (const typed of [
      '131004410180000',
      '13100441018000011',
      '0',
      '',
      'Yusnidar',
      '1310 0441 0180 0001',
    ]) {
      expect(() => kaderArgument(typed)).toThrow(`yang ini ${String(typed.length)} karakter`);
    }
    expect(() => kaderArgument('131004410180000')).not.toThrow('1310044');
  });
});

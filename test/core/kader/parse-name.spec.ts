import { bankText } from '../../../src/core/formats/bank-transfer/bank-text.js';
import { parseName } from '../../../src/core/kader/parse-name.js';

describe('parseName', () => {
  it.each(['Siti Aminah', "Nur'aini", 'Desi Ratna Sari, S.Pd.', 'Ánh', '  Hj.  Yusnidar '])(
    'reads %s',
    (text) => {
      const reading = parseName({ kind: 'text', text });
      expect(reading).toHaveProperty('value');
      expect('value' in reading && bankText(reading.value, 40)).not.toBe('');
    },
  );

  it.each(['\u0633\u064A\u062A\u064A', '-', '***', '\u738B\u4E3D'])(
    'refuses %s, which no bank could read',
    (text) => {
      expect(parseName({ kind: 'text', text })).toMatchObject({ refusal: { code: 'roster.name-not-latin' } });
    },
  );

  it('refuses what is no text', () => {
    expect(parseName({ kind: 'boolean', boolean: true })).toMatchObject({
      refusal: { code: 'sheet.text-expected' },
    });
  });
});

import fc from 'fast-check';
import { terbilang } from '../../../src/core/formats/terbilang.js';

const VALUES: Readonly<Record<string, bigint>> = {
  nol: 0n,
  satu: 1n,
  dua: 2n,
  tiga: 3n,
  empat: 4n,
  lima: 5n,
  enam: 6n,
  tujuh: 7n,
  delapan: 8n,
  sembilan: 9n,
  sepuluh: 10n,
  sebelas: 11n,
  seratus: 100n,
  seribu: 1000n,
};

const SCALES: Readonly<Record<string, bigint>> = {
  ribu: 10n ** 3n,
  juta: 10n ** 6n,
  miliar: 10n ** 9n,
  triliun: 10n ** 12n,
};

/** Reads words back the way a person adds them up while listening. */
function heard(words: string): bigint {
  let [total, group, digit] = [0n, 0n, 0n];
  for (const word of words.split(' ')) {
    const scale = SCALES[word];
    if (scale !== undefined) [total, group, digit] = [total + (group + digit) * scale, 0n, 0n];
    else if (word === 'belas') digit += 10n;
    else if (word === 'puluh') [group, digit] = [group + digit * 10n, 0n];
    else if (word === 'ratus') [group, digit] = [group + digit * 100n, 0n];
    else if (word === 'seribu') total += 1000n;
    else {
      const value = VALUES[word];
      if (value === undefined) throw new Error(`${word} is no number word`);
      [group, digit] = [group + digit, value];
    }
  }
  return total + group + digit;
}

describe('terbilang', () => {
  it.each([
    [0n, 'nol rupiah'],
    [1n, 'satu rupiah'],
    [10n, 'sepuluh rupiah'],
    [11n, 'sebelas rupiah'],
    [19n, 'sembilan belas rupiah'],
    [20n, 'dua puluh rupiah'],
    [100n, 'seratus rupiah'],
    [111n, 'seratus sebelas rupiah'],
    [1_000n, 'seribu rupiah'],
    [1_100n, 'seribu seratus rupiah'],
    [2_001n, 'dua ribu satu rupiah'],
    [11_000n, 'sebelas ribu rupiah'],
    [75_000n, 'tujuh puluh lima ribu rupiah'],
    [101_000n, 'seratus satu ribu rupiah'],
    [225_000n, 'dua ratus dua puluh lima ribu rupiah'],
    [1_000_000n, 'satu juta rupiah'],
    [1_001_000n, 'satu juta seribu rupiah'],
    [295_875_000n, 'dua ratus sembilan puluh lima juta delapan ratus tujuh puluh lima ribu rupiah'],
    [1_000_000_000n, 'satu miliar rupiah'],
    [1_183_500_000n, 'satu miliar seratus delapan puluh tiga juta lima ratus ribu rupiah'],
    [999_000_000_000_000n, 'sembilan ratus sembilan puluh sembilan triliun rupiah'],
  ])('writes %s as "%s"', (amount, words) => {
    expect(terbilang(amount)).toBe(words);
  });

  it('is heard back as the same amount, in KBBI words only', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 15n - 1n }), (amount) => {
        const words = terbilang(amount);
        expect(heard(words.replace(/ rupiah$/, ''))).toBe(amount);
        expect(words).not.toMatch(/milyar|trilyun|satu (ratus|puluh|belas)| {2}|^ | $/);
      }),
    );
  });

  it('refuses what no receipt shows', () => {
    expect(() => terbilang(-1n)).toThrow('words');
    expect(() => terbilang(10n ** 15n)).toThrow('words');
  });
});

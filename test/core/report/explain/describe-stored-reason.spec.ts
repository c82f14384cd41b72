import {
  describeStoredReason,
  type StoredReason,
} from '../../../../src/core/report/explain/describe-stored-reason.js';

describe('describeStoredReason', () => {
  it.each<[StoredReason, string, bigint | null]>([
    [{ step: 'flat-monthly', amount: 75000 }, 'Honor sebulan Rp75.000.', 75_000n],
    [
      { step: 'per-activity', counted: 8, verified: 9, countMax: 8, rate: 10000, amount: 80000 },
      '9 kegiatan terverifikasi, dihitung 8 (paling banyak 8): 8 × Rp10.000 = Rp80.000.',
      80_000n,
    ],
    [
      { step: 'policy', policy: 'honor', version: 2, legalBasis: '1/2026' },
      'Kebijakan honor versi 2, dasar hukum 1/2026.',
      null,
    ],
  ])('says a step as it was stored: %j', (stored, text, amount) => {
    expect(describeStoredReason(stored)).toEqual({ step: stored.step, text, amount });
  });

  it('tells every fact of a step that has no wording', () => {
    const told = describeStoredReason({ step: 'lain', dasar: 'kesepakatan', kali: 3, amount: 5000 });
    expect(told).toEqual({
      step: 'lain',
      text: 'lain, dasar kesepakatan, kali 3, amount 5000',
      amount: 5_000n,
    });
  });
});

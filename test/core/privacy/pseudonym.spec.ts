import fc from 'fast-check';
import { checkNik } from '../../../src/core/kader/check-nik.js';
import {
  isAccountOfPseudonym,
  isUsernameOfPseudonym,
  pseudonymOf,
} from '../../../src/core/privacy/pseudonym.js';
import { plainDate } from '../../../src/core/shared/plain-date.js';

describe('a pseudonym', () => {
  it('is the number of the kader, and numbers as long as what they stand for', () => {
    expect(pseudonymOf(123)).toEqual({
      name: 'Kader 000123',
      nik: '0000000000000123',
      account: '00000000000000000123',
    });
    expect(pseudonymOf(1_500_000).name).toBe('Kader 1500000');
  });

  it('is hers alone, and no NIK that anybody can have', () => {
    const id = fc.integer({ min: 1, max: 2_147_483_647 });
    fc.assert(
      fc.property(id, id, (one, other) => {
        expect(pseudonymOf(one).name === pseudonymOf(other).name).toBe(one === other);
        expect(checkNik(pseudonymOf(one).nik, plainDate('1980-01-01'), 'P')).toBeDefined();
      }),
    );
  });

  it('has an account that no bank gives, and a user name that nobody takes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2_147_483_647 }), (id) => {
        expect(isAccountOfPseudonym(pseudonymOf(id).account)).toBe(true);
        expect(isUsernameOfPseudonym(`pengguna-${String(id)}`)).toBe(true);
      }),
    );
    for (const account of ['0041800001', '00000000000000000', '00000000010000000001'])
      expect(isAccountOfPseudonym(account)).toBe(false);
  });
});

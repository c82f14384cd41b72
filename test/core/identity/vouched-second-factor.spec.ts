import { isSecondFactorVouched } from '../../../src/core/identity/vouched-second-factor.js';

describe('isSecondFactorVouched', () => {
  it('takes an agreed word as the class or as one of the methods', () => {
    expect(isSecondFactorVouched({ acr: 'gold', amr: [] }, ['silver', 'gold'])).toBe(true);
    expect(isSecondFactorVouched({ acr: undefined, amr: ['pwd', 'otp'] }, ['otp'])).toBe(true);
  });

  it('takes nothing else: no part of a word, no other case, nothing where nothing is agreed', () => {
    expect(isSecondFactorVouched({ acr: 'golden', amr: ['Gold', ''] }, ['gold'])).toBe(false);
    expect(isSecondFactorVouched({ acr: undefined, amr: [] }, ['gold'])).toBe(false);
    expect(isSecondFactorVouched({ acr: 'gold', amr: ['mfa'] }, [])).toBe(false);
  });
});

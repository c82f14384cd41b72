import { maskAccount, maskNik } from '../../../src/core/formats/mask.js';

describe('masks', () => {
  it('shows place and serial of a NIK, and hides the birth date', () => {
    expect(maskNik('1310045507850001')).toBe('1310********0001');
  });

  it('shows the last four digits of an account', () => {
    expect(maskAccount('10020210098811')).toBe('**********8811');
  });

  it('hides whole what is too short to hide in part', () => {
    expect(maskNik('13100001')).toBe('********');
    expect(maskAccount('8811')).toBe('****');
  });
});

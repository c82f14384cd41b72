import { checkHeirAccount } from '../../../../src/core/kader/heir/check-heir-account.js';

const owner = { nik: '1310044101800002', name: 'Rosmaniar', nagari: 'Siguntur', isOfTheDead: false };
const heir = { nik: owner.nik, name: 'Rosmaniar', accountNumber: '10020210044555' };
const codes = (...args: Parameters<typeof checkHeirAccount>) =>
  checkHeirAccount(...args).map(({ code }) => code);

describe('checkHeirAccount', () => {
  it('lets an heir have her own account as a kader, or as the heir of several', () => {
    expect(codes(heir, [])).toEqual([]);
    expect(codes(heir, [owner, { ...owner, nagari: 'Sitiung' }])).toEqual([]);
  });

  it.each([
    ['another NIK', { ...heir, nik: '1310046505050003' }, owner],
    ['no NIK', { ...heir, nik: null }, owner],
    ['an owner without a NIK', { ...heir, nik: null }, { ...owner, nik: null }],
  ])('refuses an account of somebody else: %s', (_, stated, other) => {
    expect(codes(stated, [other])).toEqual(['heir.account-shared']);
  });

  it('never pays into an account of the dead', () => {
    expect(codes(heir, [{ ...owner, isOfTheDead: true }])).toEqual(['heir.account-of-the-dead']);
  });
});

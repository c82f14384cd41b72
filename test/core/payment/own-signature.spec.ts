import type { Person } from '../../../src/core/access/actor.js';
import type { Role } from '../../../src/core/access/role.js';
import { ownSignaturesOf } from '../../../src/core/payment/own-signature.js';
import type { RequestTurn } from '../../../src/core/payment/own-step.js';

const SITIUNG = '13.10.04.2001';
const payer = { kind: 'payer', code: SITIUNG, regionCode: SITIUNG } as const;
const missing = ['Camat', 'Kepala  DPMD'].map((name) => ({
  step: 'release' as const,
  function: name,
  signers: 1,
  given: 0,
}));
const turn: RequestTurn = { state: 'approved', payer, handIds: [1, 2, 3], missing };

const person = (role: Role, code = '13.10.04', change: Partial<Person> = {}): Person => ({
  kind: 'person',
  userId: 9,
  username: 'gusti',
  fullName: 'Gusti Rajo',
  grants: [{ role, scope: { kind: 'region', code } }],
  hasSecondFactor: true,
  ...change,
});

const functions = (who: Person, position: string, change: Partial<RequestTurn> = {}) =>
  ownSignaturesOf(who, position, { ...turn, ...change }).map((one) => one.function);

describe('the further signatures that wait for somebody', () => {
  it.each([
    ['Camat Sitiung', ['Camat']],
    ['CAMAT  sitiung', ['Camat']],
    ['Camat', ['Camat']],
    ['Plh. Camat Sitiung', ['Camat']],
    ['Kepala DPMD', ['Kepala  DPMD']],
    ['Sekretaris Camat Sitiung', []],
    ['Camatan', []],
    ['Wali Nagari', []],
  ])('are those that the position %s begins with', (position, expected) => {
    expect(functions(person('approver'), position)).toEqual(expected);
  });

  it('may be said to be her own by the Pokjanal, when none is by position', () => {
    expect(ownSignaturesOf(person('pokjanal'), 'Kasi PMD', turn)).toEqual(
      missing.map((one) => ({ function: one.function, isByPosition: false, obstacle: undefined })),
    );
    expect(functions(person('pokjanal'), 'Camat Sitiung')).toEqual(['Camat']);
  });

  it('are none of who may not sign here, or who has a hand in it, or when none is awaited', () => {
    expect(functions(person('auditor'), 'Camat')).toEqual([]);
    expect(functions(person('pokjanal', '13.10.05'), 'Camat')).toEqual([]);
    expect(functions(person('pokjanal'), 'Camat', { handIds: [1, 9] })).toEqual([]);
    expect(functions(person('pokjanal'), 'Camat', { missing: [] })).toEqual([]);
  });

  it('are kept from who showed no second factor', () => {
    const weak = person('pokjanal', SITIUNG, { hasSecondFactor: false });
    expect(ownSignaturesOf(weak, 'Camat', turn)).toMatchObject([{ obstacle: 'second-factor' }]);
  });
});

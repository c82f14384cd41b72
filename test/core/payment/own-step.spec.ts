import type { Grant, Person } from '../../../src/core/access/actor.js';
import type { Role } from '../../../src/core/access/role.js';
import { mayAnswer, mayReject, ownStepOf, type RequestTurn } from '../../../src/core/payment/own-step.js';
import { requestTransitions, type RequestState } from '../../../src/core/payment/request-state.js';

const SITIUNG = '13.10.04.2001';
const payer = { kind: 'payer', code: SITIUNG, regionCode: SITIUNG } as const;

const person = (role: Role, code = SITIUNG, change: Partial<Person> = {}): Person => {
  const grants: readonly Grant[] = [{ role, scope: { kind: 'region', code } }];
  const names = { username: 'datuk', fullName: 'Datuk Rajo' };
  return { kind: 'person', userId: 9, ...names, grants, hasSecondFactor: true, ...change };
};

const turn = (state: RequestState, ...handIds: readonly number[]): RequestTurn => ({
  state,
  payer,
  handIds,
  missing: [],
});

describe('the step of a request that is one`s own', () => {
  it.each([
    ['submitted', 'verifier', 'verify'],
    ['verified', 'approver', 'approve'],
    ['approved', 'treasurer', 'release'],
  ] as const)('when it is %s, is that of the %s', (state, role, step) => {
    expect(ownStepOf(person(role), turn(state, 1))).toEqual({ step, obstacle: undefined });
    expect(mayReject(person(role), turn(state))).toBe(true);
  });

  it('is submitting for who prepared the draft, and nobody else', () => {
    expect(ownStepOf(person('operator'), turn('draft', 9))).toEqual({ step: 'submit', obstacle: undefined });
    expect(ownStepOf(person('operator'), turn('draft', 1))).toBeUndefined();
  });

  it('is none of another role, or of another nagari', () => {
    expect(ownStepOf(person('auditor'), turn('verified', 1))).toBeUndefined();
    expect(ownStepOf(person('treasurer'), turn('verified', 1))).toBeUndefined();
    expect(ownStepOf(person('approver', '13.10.04.2002'), turn('verified', 1))).toBeUndefined();
    expect(mayReject(person('approver', '13.10.04.2002'), turn('verified'))).toBe(false);
  });

  it('is kept from who had a hand in it already, and from who showed no second factor', () => {
    expect(ownStepOf(person('approver'), turn('verified', 1, 9))).toMatchObject({ obstacle: 'another-hand' });
    const weak = person('approver', SITIUNG, { hasSecondFactor: false });
    expect(ownStepOf(weak, turn('verified', 1))).toMatchObject({ obstacle: 'second-factor' });
    const verifier = person('verifier', SITIUNG, { hasSecondFactor: false });
    expect(ownStepOf(verifier, turn('submitted', 1))).toMatchObject({ obstacle: undefined });
  });

  it('waits for who signs besides, whatever she showed', () => {
    const missing = [{ step: 'approve', function: 'Camat', signers: 1, given: 0 }] as const;
    const weak = person('approver', SITIUNG, { hasSecondFactor: false });
    for (const one of [person('approver'), weak])
      expect(ownStepOf(one, { ...turn('verified', 1), missing })).toMatchObject({
        obstacle: 'signatures-missing',
      });
  });

  it('is not answering for a nagari where one only reads', () => {
    const { grants: elsewhere } = person('operator', '13.10.04.2002');
    const reader = person('auditor', SITIUNG, { grants: [...person('auditor').grants, ...elsewhere] });
    expect(mayAnswer(reader, turn('submitted'))).toBe(false);
    expect(mayAnswer(person('operator'), turn('submitted'))).toBe(true);
  });

  it('is none once the money went, or nothing is to go', () => {
    const roles: readonly Role[] = ['operator', 'verifier', 'approver', 'treasurer'];
    const ended = Object.keys(requestTransitions).filter((state) =>
      ['disbursing', 'settled', 'cancelled'].includes(state),
    ) as RequestState[];
    expect(ended).toHaveLength(3);
    for (const state of ended) {
      expect(roles.map((role) => ownStepOf(person(role), turn(state, 9)))).toEqual(
        roles.map(() => undefined),
      );
      expect(roles.filter((role) => mayReject(person(role), turn(state)))).toEqual([]);
    }
  });
});

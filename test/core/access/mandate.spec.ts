import type { Grant, Mandate, Person } from '../../../src/core/access/actor.js';
import { assertMayAsk, authorize } from '../../../src/core/access/authorize.js';
import { askingFor, mandatesFrom } from '../../../src/core/access/mandate.js';
import { operationNames } from '../../../src/core/access/operations.js';
import { readingScope } from '../../../src/core/access/reading-scope.js';
import type { Target } from '../../../src/core/access/scope.js';
import { refusalCodes } from '../../support/refusal.js';

const SITIUNG = '13.10.04.2001';
const SIGUNTUR = '13.10.04.2002';
const payer = (code: string) => ({ kind: 'payer', code, regionCode: code }) as const;
const wali: Grant = { role: 'approver', scope: { kind: 'region', code: SITIUNG } };
const delegation = {
  step: 'approve',
  payer: payer(SITIUNG),
  principalId: 7,
  principalGrants: [wali],
} as const;

function delegate(mandates: readonly Mandate[], more: Partial<Person> = {}): Person {
  return {
    ...{ kind: 'person', userId: 1, username: 'ani', fullName: 'Ani', grants: [], hasSecondFactor: true },
    mandates,
    ...more,
  };
}

const codesOf = (person: Person, target: Target, principalId?: number) =>
  refusalCodes(() => {
    authorize(person, 'request.approve', [target], principalId);
  });

describe('a mandate', () => {
  const mandates = mandatesFrom([delegation]);
  const ani = delegate(mandates);

  it('lets take the step for its principal at its payer, and nothing else', async () => {
    expect(await codesOf(ani, payer(SITIUNG), 7)).toEqual([]);
    expect(await codesOf(ani, payer(SIGUNTUR), 7)).toEqual(['access.out-of-scope']);
    const opened = operationNames.filter((name) => {
      try {
        return assertMayAsk(ani, name).length > 0;
      } catch {
        return false;
      }
    });
    expect(opened).toEqual(['request.read', 'request.approve', 'control.read']);
  });

  it('counts only for whom it is said to be used', async () => {
    expect(await codesOf(ani, payer(SITIUNG))).toEqual(['access.no-role-or-mandate']);
    expect(await codesOf(ani, payer(SITIUNG), 8)).toEqual(['access.no-role-or-mandate']);
  });

  it('wants the second factor that the step wants', async () => {
    const once = delegate(mandates, { hasSecondFactor: false });
    expect(await codesOf(once, payer(SITIUNG), 7)).toEqual(['access.second-factor']);
  });

  it('is worth nothing when its principal may not take the step there herself', () => {
    const elsewhere: Grant = { role: 'approver', scope: { kind: 'region', code: SIGUNTUR } };
    const other: Grant = { role: 'operator', scope: { kind: 'region', code: SITIUNG } };
    for (const principalGrants of [[], [elsewhere], [other]]) {
      expect(mandatesFrom([{ ...delegation, principalGrants }])).toEqual([]);
    }
  });

  it('shows the payer where the step is read about, and nowhere else', () => {
    expect(readingScope(askingFor(ani, 'request.read'))).toMatchObject({ payers: [SITIUNG] });
    expect(readingScope(askingFor(ani, 'roster.read'))).toMatchObject({ payers: [], regions: [] });
  });
});

describe('reading', () => {
  it('is done with the grants that may read it: another role elsewhere shows nothing more', () => {
    const person = delegate([], {
      grants: [
        { role: 'verifier', scope: { kind: 'region', code: SITIUNG } },
        { role: 'pokjanal', scope: { kind: 'region', code: '13.10' } },
      ],
    });
    expect(readingScope(askingFor(person, 'disclosure.read'))?.regions).toEqual([SITIUNG]);
    expect(readingScope(askingFor(person, 'roster.read'))?.regions).toEqual(['13.10', SITIUNG]);
  });
});

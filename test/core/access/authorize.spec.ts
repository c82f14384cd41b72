import fc from 'fast-check';
import type { Person } from '../../../src/core/access/actor.js';
import { SYSTEM } from '../../../src/core/access/actor.js';
import { assertMayAsk, authorize } from '../../../src/core/access/authorize.js';
import {
  isForMachines,
  operationNames,
  operations,
  readsWhole,
  type ActName,
  type Operation,
} from '../../../src/core/access/operations.js';
import { roleNames, roles, type Role } from '../../../src/core/access/role.js';
import { covers, type Scope, type Target } from '../../../src/core/access/scope.js';
import { refusalCodes } from '../../support/refusal.js';

const SITIUNG = '13.10.04.2001';
const sitiung = { kind: 'region', code: SITIUNG } as const;
const kabupaten = { kind: 'region', code: '13.10' } as const;
const payerOf = (code: string): Target => ({ kind: 'payer', code, regionCode: code });
const opd = { kind: 'payer', code: 'DINKES', regionCode: '13.10' } as const;

function person(role: Role, scope: Scope, more: Partial<Person> = {}): Person {
  const grants = [{ role, scope }];
  return {
    kind: 'person',
    userId: 1,
    username: 'ani',
    fullName: 'Ani',
    grants,
    hasSecondFactor: true,
    ...more,
  };
}

const actNames = operationNames.filter((name): name is ActName => operations[name].kind === 'act');
const codesOf = (...wish: Parameters<typeof authorize>) =>
  refusalCodes(() => {
    authorize(...wish);
  });

describe('authorize', () => {
  it('lets a role do within its scope what the table gives it, and nothing outside', async () => {
    const wali = person('approver', sitiung);
    expect(await codesOf(wali, 'request.approve', [payerOf(SITIUNG)])).toEqual([]);
    expect(await codesOf(wali, 'request.approve', [payerOf('13.10.04.2002')])).toEqual([
      'access.out-of-scope',
    ]);
    expect(await codesOf(wali, 'request.approve', [opd])).toEqual(['access.out-of-scope']);
    expect(await codesOf(wali, 'request.release', [payerOf(SITIUNG)])).toEqual(['access.no-role-or-mandate']);
  });

  it('wants every target covered, and at least one', async () => {
    const operator = person('operator', sitiung);
    const both: Target[] = [sitiung, { kind: 'region', code: '13.10.04.2002' }];
    expect(await codesOf(operator, 'roster.import', both)).toEqual(['access.out-of-scope']);
    expect(await codesOf(operator, 'roster.import', [])).toEqual(['access.nothing-named']);
  });

  it('serves an OPD by its paying body', async () => {
    const kpa = person('approver', { kind: 'payer', code: 'DINKES' });
    expect(await codesOf(kpa, 'request.approve', [opd])).toEqual([]);
    expect(await codesOf(kpa, 'request.approve', [payerOf(SITIUNG)])).toEqual(['access.out-of-scope']);
  });

  it('wants a second factor for approving, releasing and administration', async () => {
    const wali = person('approver', sitiung, { hasSecondFactor: false });
    expect(await codesOf(wali, 'request.approve', [payerOf(SITIUNG)])).toEqual(['access.second-factor']);
    expect(await codesOf(wali, 'request.reject', [payerOf(SITIUNG)])).toEqual([]);
  });

  it('limits a token to its operations', async () => {
    const machine = person('operator', sitiung, { onlyOperations: ['request.read'] });
    expect(await codesOf(machine, 'roster.import', [sitiung])).toEqual(['access.token-limited']);
    expect(await refusalCodes(() => assertMayAsk(machine, 'request.read'))).toEqual([]);
  });

  it('lets a machine read and bring data in, and never do what wants a person or a second factor', async () => {
    for (const name of operationNames) {
      const operation: Operation = operations[name];
      const role = operation.roles[0] ?? 'auditor';
      const machine = person(role, kabupaten, { onlyOperations: operationNames });
      const expected = isForMachines(name) ? [] : ['access.in-person'];
      expect([name, await refusalCodes(() => assertMayAsk(machine, name))]).toEqual([name, expected]);
    }
    const guarded = actNames.filter((name) => (operations[name] as Operation & { kind: 'act' }).secondFactor);
    expect(guarded.filter(isForMachines)).toEqual([]);
    expect(actNames.filter(isForMachines)).toEqual(
      expect.arrayContaining(['roster.import', 'activity.import', 'funding.import']),
    );
    expect(actNames.filter((name) => name.startsWith('request.')).filter(isForMachines)).toEqual([]);
  });

  it('lets be read whole by those who hold the role for a kabupaten or more', async () => {
    const wide: Scope[] = [kabupaten, { kind: 'region', code: '13' }, { kind: 'installation' }];
    const narrow: Scope[] = [
      sitiung,
      { kind: 'region', code: '13.10.04' },
      { kind: 'payer', code: 'DINKES' },
    ];
    for (const name of operationNames.filter(readsWhole)) {
      const asked = (scope: Scope) => refusalCodes(() => assertMayAsk(person('auditor', scope), name));
      for (const scope of wide) expect([name, await asked(scope)]).toEqual([name, []]);
      for (const scope of narrow)
        expect([name, await asked(scope)]).toEqual([name, ['access.scope-too-narrow']]);
      const both = person('auditor', sitiung, { grants: [...person('kader', kabupaten).grants] });
      expect(await refusalCodes(() => assertMayAsk(both, name))).toEqual(['access.no-role']);
    }
  });

  it('never lets the administrator of the installation see or do anything of a region', async () => {
    const administrator = person('administrator', { kind: 'installation' });
    expect(await codesOf(administrator, 'roster.import', [sitiung])).toEqual(['access.no-role']);
  });

  it('lets the system do everything', async () => {
    for (const name of actNames) expect(await codesOf(SYSTEM, name, [])).toEqual([]);
  });
});

describe('the table of operations', () => {
  const scopeKinds = (role: Role): readonly string[] => roles[role].scopes;

  it.each(actNames)('%s is given to roles that can hold a scope covering it', (name) => {
    const operation = operations[name];
    expect(operation.roles.length).toBeGreaterThan(0);
    const samples: Record<Target['kind'], Target> = {
      installation: { kind: 'installation' },
      region: sitiung,
      payer: payerOf(SITIUNG),
      person: { kind: 'person', kaderId: 1, regionCode: SITIUNG },
    };
    const scopes: Scope[] = [{ kind: 'installation' }, { kind: 'region', code: '13.10' }];
    scopes.push({ kind: 'payer', code: SITIUNG }, { kind: 'person', kaderId: 1 });
    for (const role of operation.roles) {
      const usable = scopes.filter((scope) => scopeKinds(role).includes(scope.kind));
      const isUsable = usable.some((scope) => covers(scope, samples[operation.target]));
      expect([name, role, isUsable]).toEqual([name, role, true]);
    }
  });

  it('names no role that does not exist', () => {
    const named = new Set(Object.values(operations).flatMap((operation: Operation) => operation.roles));
    expect([...named].sort()).toEqual([...roleNames].sort());
  });
});

describe('covers', () => {
  const part = fc.integer({ min: 10, max: 19 }).map(String);
  const code = fc.array(part, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('.'));

  it('covers a region exactly when it is that region or lies under it', () => {
    fc.assert(
      fc.property(code, code, (outer, inner) => {
        const parts = outer.split('.');
        const lies = inner.split('.').slice(0, parts.length).join('.') === outer;
        expect(covers({ kind: 'region', code: outer }, { kind: 'region', code: inner })).toBe(lies);
      }),
    );
  });
});

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { findingKey, runControls } from '../../../src/core/control/run-controls.js';
import type { RequestUnderControl } from '../../../src/core/control/request-under-control.js';
import { initialSettings, severitiesOf } from '../../../src/core/control/settings.js';
import { controlCodes, findingKinds } from '../../../src/core/control/registry.js';
import { describe as sentenceOf } from '../../../src/core/messages/describe.js';
import { requestOfCase } from '../../support/control-case.js';

const root = 'test/golden/control';
const cases = readdirSync(root).map((name) => requestOfCase(join(root, name)));
const anyCase = fc.constantFrom(...cases);

/** The parts of a request that are lists of facts. */
const lists = [
  'months',
  'members',
  'lines',
  'others',
  'past',
  'heads',
  'bands',
  'siblings',
  'neighbours',
  'events',
  'sources',
  'ceilings',
  'declarations',
  'deductions',
  'payments',
  'arrears',
  'paidOutsideSk',
  'hands',
  'accountHands',
] as const satisfies readonly (keyof RequestUnderControl)[];

/** The same facts, every list in another order. */
function shuffled(request: RequestUnderControl): fc.Arbitrary<RequestUnderControl> {
  const orders = lists.map((list) => {
    const facts: readonly unknown[] = request[list];
    return fc.shuffledSubarray([...facts], { minLength: facts.length, maxLength: facts.length });
  });
  return fc
    .tuple(...orders)
    .map((reordered) =>
      Object.assign({ ...request }, Object.fromEntries(lists.map((list, at) => [list, reordered[at]]))),
    );
}

/** Somebody who has nothing in common with anybody, paid what everybody is, and active. */
const stranger = cases
  .map(({ members, lines, events }) => ({ members, lines, events }))
  .find(({ members }) => members.length === 1);

function withStranger(request: RequestUnderControl): RequestUnderControl {
  const [member] = stranger?.members ?? [];
  const [line] = request.lines;
  if (member === undefined || line === undefined) throw new Error('every case pays somebody');
  const own = { ...member, kaderId: 500, name: 'Zulfahmi Chaniago', nik: '3471015509910042' };
  const place = { posyandu: 'Kenanga (34.71.01.1001.001)', skNumber: '1/2020', skDate: line.decree.from };
  const appointments = request.months.map(() => ({ ...place, from: line.decree.from, to: null }));
  const heldOn = request.months.map((month) => `${month}-20` as typeof line.decree.from);
  return {
    ...request,
    members: [
      ...request.members,
      {
        ...own,
        birthDate: '1991-09-15' as typeof line.decree.from,
        appointments,
        account: null,
        deceasedOn: null,
      },
    ],
    lines: [
      ...request.lines,
      { ...line, kaderId: 500, amount: 1n, rate: null, rates: [], counted: [], entitled: 1n },
    ],
    events: [
      ...request.events,
      ...heldOn.map((day) => ({
        posyandu: place.posyandu,
        heldOn: day,
        kind: 'hari-buka',
        attendedBy: [500],
      })),
    ],
  };
}

/** Found about a person; what counts the heads of the whole request may change with one more. */
function aboutPeople(request: RequestUnderControl): string[] {
  return runControls(request)
    .filter(({ subject, code }) => subject !== null && code !== 'control.amount-far-from-others')
    .map(findingKey);
}

describe('runControls', () => {
  it('finds the same in the same order, in whatever order the facts come', () => {
    const both = anyCase.chain((request) => fc.tuple(fc.constant(request), shuffled(request)));
    fc.assert(
      fc.property(both, ([request, reordered]) => {
        expect(runControls(reordered)).toEqual(runControls(request));
      }),
    );
  });

  it('loses no finding when somebody unrelated is added, and finds nothing about her', () => {
    fc.assert(
      fc.property(anyCase, (request) => {
        const before = runControls(request).map(({ code }) => code);
        const more = withStranger(request);
        expect(runControls(more).map(({ code }) => code)).toEqual(expect.arrayContaining(before));
        expect(aboutPeople(more)).toEqual(expect.arrayContaining(aboutPeople(request)));
      }),
    );
  });

  it('finds nothing without evidence, and says every sentence whole', () => {
    for (const request of cases)
      for (const { code, evidence } of runControls(request)) {
        expect(Object.keys(evidence)).not.toEqual([]);
        expect(Object.values(evidence)).not.toContain('');
        expect(sentenceOf(code, evidence)).not.toMatch(/[{}]|\?|undefined|NaN/);
      }
  });

  it('finds the same with other severities, and nothing that is switched off', () => {
    const codesOf = (request: RequestUnderControl) => runControls(request).map(({ code }) => code);
    const severities = severitiesOf((code) => {
      const allowed: readonly string[] = findingKinds[code].allowed;
      return allowed.includes('off') ? 'off' : findingKinds[code].setting;
    });
    for (const request of cases) {
      const quiet = { ...request, settings: { ...initialSettings, severities } };
      expect(codesOf(quiet)).toEqual(codesOf(request).filter((code) => severities[code] !== 'off'));
    }
  });

  it('has a case for every kind of finding but a posyandu busier than a month has days', () => {
    const found = new Set(cases.flatMap((request) => runControls(request).map(({ code }) => code)));
    const missing = controlCodes.filter((code) => !found.has(code));
    expect(missing).toEqual(['control.too-many-events']);
  });
});

describe('findingKey', () => {
  it('is the same on another day, where only the day changed what is said', () => {
    const nearYearEnd = cases.find(({ today }) => today === '2026-12-22');
    if (nearYearEnd === undefined) throw new Error('there is a case near the end of the year');
    const nextDay = { ...nearYearEnd, today: '2026-12-23' as typeof nearYearEnd.today };
    expect(runControls(nextDay).map(findingKey)).toEqual(runControls(nearYearEnd).map(findingKey));
    expect(runControls(nextDay)).not.toEqual(runControls(nearYearEnd));
  });
});

import { problemsForOthers, refusalOf, storedProblems } from '../../../src/core/job/stored-problem.js';
import { DomainError } from '../../../src/core/shared/domain-error.js';
import { Refusals } from '../../../src/core/shared/refusals.js';

const short = new DomainError('conflict', 'job.too-many', { count: 10 });
const unknown = new DomainError('missing', 'job.unknown', { job: 7 });

/** As a database keeps it. */
const kept = (error: unknown) => JSON.parse(JSON.stringify(storedProblems(error))) as never;

describe('a refusal that is kept', () => {
  it('is the same again, with its kind and facts', () => {
    const again = refusalOf(kept(short), 1);
    expect(again).toBeInstanceOf(DomainError);
    expect(again).toMatchObject({ kind: 'conflict', code: 'job.too-many', facts: { count: 10 } });
    expect(again.message).toBe(short.message);
  });

  it('keeps an amount an amount', () => {
    const overspent = Object.assign(new DomainError('conflict', 'job.too-many', { count: 1 }), {
      facts: { count: 75_000n },
    });
    expect(refusalOf(kept(overspent), 1)).toMatchObject({ facts: { count: 75_000n } });
  });

  it('tells everything when there were several', () => {
    const again = refusalOf(kept(new Refusals([short, unknown])), 1);
    expect(again).toBeInstanceOf(Refusals);
    expect(again).toMatchObject({ problems: [{ code: 'job.too-many' }, { code: 'job.unknown' }] });
  });

  it('of a code that is no longer there is a fault, and names it', () => {
    const again = refusalOf([{ kind: 'invalid', code: 'job.of-old', facts: {} }], 12);
    expect(again).toMatchObject({ code: 'job.fault', facts: { incident: '12/job.of-old' } });
  });
});

describe('an error that is nobody’s refusal', () => {
  it('is not kept', () => {
    expect(storedProblems(new TypeError('x is not a function'))).toBeUndefined();
  });
});

describe('why a job failed, told to others', () => {
  const inSheet = { kind: 'invalid', code: 'kader.unknown', facts: { name: 'Yusnidar' } } as const;
  const ofRights = { kind: 'forbidden', code: 'access.no-role', facts: {} } as const;

  it('names nobody of whom it is about', () => {
    expect(problemsForOthers([inSheet, ofRights])).toEqual([ofRights]);
    expect(problemsForOthers([inSheet])).toEqual([{ kind: 'conflict', code: 'job.refused', facts: {} }]);
    expect(problemsForOthers([])).toEqual([]);
  });
});

import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { initialActivityTypes, type ActivityType } from '../../../src/core/activity/activity-type.js';
import { planActivityTypes } from '../../../src/core/activity/plan-activity-types.js';
import { readActivityTypes } from '../../../src/core/activity/read-activity-types.js';
import { refusalCodes } from '../../support/refusal.js';

const shipped = () =>
  readActivityTypes(parse(readFileSync('config/activity-types.yaml', 'utf8'), { schema: 'failsafe' }));
const aType = (change: Partial<ActivityType> = {}): ActivityType => ({
  ...{ code: 'patroli', name: 'Patroli', words: ['PATROLI'], bidang: ['trantibumlinmas'] as const },
  ...{ countsTargets: true, unit: 'pelayanan', elsewhere: false },
  ...change,
});

describe('the shipped file', () => {
  it('keeps what every installation begins with and adds the services of all six bidang', () => {
    const plan = planActivityTypes(
      shipped(),
      initialActivityTypes,
      new Set(initialActivityTypes.map(({ code }) => code)),
    );
    expect(plan.removed).toEqual([]);
    expect(new Set(plan.added.flatMap(({ bidang }) => bidang ?? [])).size).toBe(6);
    expect(plan.changed.map(({ code }) => code)).toEqual(['pendataan', 'pelayanan-spm']);
  });
});

describe('readActivityTypes', () => {
  it('names every problem by its path', () => {
    const wrong = {
      code: 'Hari Buka',
      name: '',
      words: [],
      bidang: ['agama'],
      countsTargets: 'ya',
      unit: 'hari',
      lain: '1',
    };
    expect(() => readActivityTypes({ types: [wrong] })).toThrow(
      /types\[0\]\.lain[^]*types\[0\]\.code[^]*types\[0\]\.name[^]*types\[0\]\.words[^]*types\[0\]\.bidang\[0\][^]*types\[0\]\.countsTargets[^]*types\[0\]\.elsewhere/,
    );
  });
});

describe('planActivityTypes', () => {
  const rujukan = initialActivityTypes.filter(({ code }) => code === 'rujukan');
  const planned = (stated: readonly ActivityType[], recorded: readonly ActivityType[], ...used: string[]) =>
    planActivityTypes([...rujukan, ...stated], [...rujukan, ...recorded], new Set(used));

  it('lets an unused type go, and keeps a used one', async () => {
    expect(planned([], [aType()]).removed).toEqual(['patroli']);
    expect(await refusalCodes(() => planned([], [aType()], 'patroli'))).toEqual(['activity-type.in-use']);
    expect(await refusalCodes(() => planActivityTypes([aType()], rujukan, new Set()))).toEqual([
      'activity-type.in-use',
    ]);
  });

  it('never lets a word come to mean another type while activities are recorded under it', async () => {
    const ronda = aType({ code: 'ronda', words: ['patroli'] });
    const stated = [aType({ words: ['JAGA'] }), ronda];
    expect(await refusalCodes(() => planned(stated, [aType()], 'patroli'))).toContain(
      'activity-type.word-moved',
    );
    expect(planned([aType({ code: 'jaga', words: ['JAGA'] }), ronda], [aType()]).added).toHaveLength(2);
  });

  it('refuses a code or a word that stands twice, and a referral type of one bidang', async () => {
    expect(await refusalCodes(() => planned([aType(), aType({ words: ['JAGA'] })], []))).toEqual([
      'activity-type.twice',
    ]);
    expect(await refusalCodes(() => planned([aType(), aType({ code: 'ronda' })], []))).toEqual([
      'activity-type.word-twice',
    ]);
    const one = rujukan.map((type) => ({ ...type, bidang: ['sosial'] as const }));
    expect(await refusalCodes(() => planActivityTypes(one, rujukan, new Set()))).toEqual([
      'activity-type.referral-any',
    ]);
  });

  it('tells what is new, changed and the same', () => {
    const stated = [aType({ name: 'Patroli malam' }), aType({ code: 'jaga', words: ['JAGA'] })];
    const plan = planned(stated, [aType()], 'patroli');
    expect([plan.added.length, plan.changed.length, plan.unchanged]).toEqual([1, 1, 1]);
  });
});

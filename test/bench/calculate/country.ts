import { noPhases } from '../../../src/core/bidang/bidang-start.js';
import { FundingSources, type FundingSource } from '../../../src/core/funding/funding-source.js';
import type { HonorRules } from '../../../src/core/honor/calculate-kader-month.js';
import type { KaderFacts } from '../../../src/core/honor/kader-month.js';
import { activityKinds } from '../../../src/core/activity/activity-type.js';
import { kaderRoles } from '../../../src/core/kader/role.js';
import { bidangOfSpm, tiers } from '../../../src/core/kader/vocabulary.js';
import { readPolicy } from '../../../src/core/policy/read-policy.js';
import type { PolicyVersion } from '../../../src/core/policy/select-policy.js';
import { invariant } from '../../../src/core/shared/invariant.js';
import { plainDate } from '../../../src/core/shared/plain-date.js';
import { serviceMonth } from '../../../src/core/shared/service-month.js';

/** 500 kabupaten of 150 nagari of 20 kader are 1.5 million. */
const NAGARI_OF_KABUPATEN = 150;
const KADER_OF_NAGARI = 20;
const YEAR = 2026;

export const benchMonths = ['2026-07', '2026-08', '2026-09', '2026-10', '2026-11', '2026-12'].map(
  serviceMonth,
);

/** The rules of as many kabupaten as these kader need, in three schemes that occur. */
export function rulesOfCountry(kader: number): HonorRules {
  const nagari = Math.ceil(kader / KADER_OF_NAGARI);
  const kabupaten = Math.ceil(nagari / NAGARI_OF_KABUPATEN);
  const policies = Array.from({ length: kabupaten }, (_, index) => policyOf(index));
  return { policies, sources: new FundingSources(sourcesOf(nagari)), starts: noPhases };
}

/** A kader by her number: always the same, whoever asks and in whichever order. */
export function kaderOfCountry(id: number): KaderFacts {
  const nagariCode = nagariOf(Math.floor((id - 1) / KADER_OF_NAGARI));
  const role = id % KADER_OF_NAGARI === 1 ? 'ketua' : 'kader';
  const common = {
    nagariCode,
    role,
    bidang: bidangOfSpm[0],
    skNumber: `SK ${nagariCode}/${String(YEAR)}`,
  };
  // One in fifty began within a month, one in eighty ended within one: as rosters are.
  const from = plainDate(id % 50 === 0 ? '2026-08-12' : '2026-01-01');
  const to = id % 80 === 0 ? plainDate('2026-09-15') : null;
  const visits = new Map([
    ['kunjungan-rumah', id % 4],
    ['hari-buka', 1],
  ] as const);
  return {
    id,
    nagariCode,
    deceasedOn: null,
    isPseudonymised: false,
    knownFromYear: null,
    appointments: [{ id, ...common, from, to }],
    tiers: [],
    verifiedActivities: new Map(benchMonths.map((month) => [month, visits])),
    posyanduEvents: new Map(),
  };
}

function nagariOf(index: number): string {
  const kabupaten = Math.floor(index / NAGARI_OF_KABUPATEN);
  const within = String(2001 + (index % NAGARI_OF_KABUPATEN));
  return `${kabupatenOf(kabupaten)}.01.${within}`;
}

function kabupatenOf(index: number): string {
  return `${String(11 + Math.floor(index / 90))}.${String(1 + (index % 90)).padStart(2, '0')}`;
}

const partial = { proration: 'by-days', rounding: 'down' };
const schemes: readonly (readonly object[])[] = [
  [
    {
      ...{
        code: 'honor',
        name: 'Honor',
        kind: 'flat-monthly',
        amount: '75000',
        proration: 'active-on-first',
      },
      ...{
        rounding: 'down',
        funding: { waterfall: [{ source: 'nagari/DDS', amountMax: '50000' }, { source: 'nagari/ADD' }] },
      },
    },
  ],
  [
    {
      ...{
        code: 'honor',
        name: 'Honor',
        kind: 'by-role',
        amounts: { ketua: '100000', kader: '80000' },
        ...partial,
      },
      funding: {
        percentage: [
          { source: 'nagari/DDS', percent: '60' },
          { source: 'nagari/ADD', percent: '40' },
        ],
      },
    },
  ],
  [
    {
      ...{ code: 'honor', name: 'Honor', kind: 'flat-monthly', amount: '50000', ...partial },
      funding: { percentage: [{ source: 'nagari/ADD', percent: '100' }] },
    },
    {
      ...{ code: 'kunjungan', name: 'Kunjungan', kind: 'per-activity', rate: '10000', activityCountMax: '2' },
      ...{
        activityKinds: ['kunjungan-rumah'],
        funding: { percentage: [{ source: 'nagari/DDS', percent: '100' }] },
      },
    },
  ],
];

function policyOf(index: number): PolicyVersion {
  const components = schemes[index % schemes.length];
  invariant(components !== undefined, 'every kabupaten has a scheme');
  const scope = kabupatenOf(index);
  const legalBasis = { number: `${scope}/2026`, date: '2026-01-01', title: 'Honor kader' };
  const validity = { validFrom: '2026-01-01', validTo: '2026-12-31' };
  const document = {
    code: `honor-${scope.replace('.', '-')}`,
    name: 'Honor',
    scope,
    legalBasis,
    ...validity,
    components,
  };
  const vocabulary = { roles: kaderRoles, tiers, bidang: bidangOfSpm, activityKinds };
  return { id: index + 1, version: 1, policy: readPolicy(document, vocabulary) };
}

function* sourcesOf(nagari: number): Generator<FundingSource> {
  let id = 0;
  for (let index = 0; index < nagari; index += 1) {
    for (const label of ['DDS', 'ADD']) {
      id += 1;
      yield { id, payingBodyCode: nagariOf(index), label, fiscalYear: YEAR };
    }
  }
}

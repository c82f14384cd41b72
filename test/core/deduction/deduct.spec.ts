import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { parse } from 'yaml';
import { changedDeductions } from '../../../src/core/deduction/compare-deductions.js';
import { deduct, type ChosenTreatments, type KaderToDeduct } from '../../../src/core/deduction/deduct.js';
import { deductionKinds } from '../../../src/core/deduction/deduction-policy.js';
import { treatmentsOn } from '../../../src/core/deduction/policy-in-force.js';
import { readDeductionPolicy } from '../../../src/core/deduction/read-deduction-policy.js';
import { DomainError } from '../../../src/core/shared/domain-error.js';
import { plainDate } from '../../../src/core/shared/plain-date.js';
import { sumRupiah } from '../../../src/core/shared/rupiah.js';
import { serviceMonth } from '../../../src/core/shared/service-month.js';

const folder = 'config/deductions';
const day = plainDate('2026-10-05');
const since = plainDate('2026-01-01');
const versions = readdirSync(folder).map((file, index) => ({
  id: index + 1,
  version: 1,
  policy: readDeductionPolicy(parse(readFileSync(join(folder, file), 'utf8'), { schema: 'failsafe' })),
}));
const codesOf = (kind: string) =>
  versions.flatMap(({ policy }) =>
    policy.treatment.kind === kind && policy.validTo === null ? [policy.code] : [],
  );

function chosen(pph21: string, bpjs: string): ChosenTreatments {
  const choice = { from: since, note: 'BA 1/2026' };
  const choices = [
    { ...choice, kind: 'pph21' as const, policy: pph21 },
    { ...choice, kind: 'bpjs' as const, policy: bpjs },
  ];
  const treatments = treatmentsOn('13.10.04.2002', choices, versions, day);
  if ('problems' in treatments) throw new Error(treatments.problems.join());
  return treatments;
}

const treatments = fc
  .tuple(fc.constantFrom(...codesOf('pph21')), fc.constantFrom(...codesOf('bpjs')))
  .map(([pph21, bpjs]) => chosen(pph21, bpjs));
const months = ['2026-07', '2026-08', '2026-09'].map(serviceMonth);
const fact = (kind: 'npwp' | 'grade' | 'participant') => (value: string) =>
  ({ kind, value, from: since }) as const;
const anyKader = fc.record({
  kaderId: fc.integer({ min: 1, max: 99 }),
  name: fc.constant('Yusnidar'),
  nik: fc.constant('1310044101800001'),
  gross: fc.bigInt(1n, 9_000_000_000n),
  insured: fc.subarray(months),
  facts: fc.record(
    {
      npwp: fc.constantFrom('padan', 'ada', 'tidak').map(fact('npwp')),
      grade: fc.constantFrom('I', 'II', 'III', 'IV', 'PERWIRA-TINGGI').map(fact('grade')),
      participant: fc.constant(fact('participant')('17001234567')),
    },
    { requiredKeys: [] },
  ),
});

/** Her months, each by what the payer chose. */
function premiumsOf(
  insured: typeof months,
  { bpjs }: ChosenTreatments,
  { participant }: KaderToDeduct['facts'],
): KaderToDeduct['premiums'] {
  return insured.map((month) => ({ month, bpjs, participant, wasPaid: false }));
}

describe('deduct', () => {
  it('leaves net = gross less what is taken off, more than nothing, and never takes above gross', () => {
    fc.assert(
      fc.property(anyKader, treatments, ({ insured, ...kader }, rules) => {
        const outcome = deduct({ ...kader, premiums: premiumsOf(insured, rules, kader.facts) }, rules);
        fc.pre(!(outcome instanceof DomainError));
        const cut = outcome.deductions.filter(({ borneBy }) => borneBy === null);
        expect(sumRupiah(cut.map(({ amount }) => amount))).toBe(outcome.withheld);
        expect(outcome.net).toBe(kader.gross - outcome.withheld);
        expect(outcome.net).toBeGreaterThan(0n);
        expect(outcome.deductions.every(({ amount }) => amount >= 0n)).toBe(true);
      }),
    );
  });

  it('never taxes a smaller payment more than a larger one', () => {
    fc.assert(
      fc.property(anyKader, treatments, fc.bigInt(0n, 1_000_000_000n), (kader, rules, more) => {
        const taxOf = (gross: bigint) => {
          const outcome = deduct({ ...kader, gross, premiums: [] }, rules);
          return outcome instanceof DomainError ? undefined : outcome.withheld;
        };
        const [less, greater] = [taxOf(kader.gross), taxOf(kader.gross + more)];
        fc.pre(less !== undefined && greater !== undefined);
        expect(greater).toBeGreaterThanOrEqual(less);
      }),
    );
  });

  it('cuts no premium of hers without her number, and charges no body for who is not insured', () => {
    fc.assert(
      fc.property(anyKader, treatments, ({ insured, ...kader }, rules) => {
        const { participant, ...others } = kader.facts;
        const premiumsOfHers = premiumsOf(insured, rules, others);
        const outcome = deduct({ ...kader, premiums: premiumsOfHers, facts: others }, rules);
        const premiums =
          outcome instanceof DomainError ? [] : outcome.deductions.filter(({ kind }) => kind === 'bpjs');
        expect(premiums).toEqual([]);
        expect(participant?.kind ?? 'participant').toBe('participant');
      }),
    );
  });

  it('knows no other kind, and every deduction has its policy', () => {
    expect(deductionKinds).toEqual(['pph21', 'bpjs']);
    fc.assert(
      fc.property(anyKader, treatments, ({ insured, ...kader }, rules) => {
        const outcome = deduct({ ...kader, premiums: premiumsOf(insured, rules, kader.facts) }, rules);
        fc.pre(!(outcome instanceof DomainError));
        for (const one of outcome.deductions) expect(rules[one.kind].policyId).toBe(one.policyId);
      }),
    );
  });
});

describe('changedDeductions', () => {
  const one = { kaderId: 1, kind: 'pph21', month: null, amount: 5_625n, borneBy: null } as const;

  it('finds no change whatever the order of the rows, and none where nothing is taken off', () => {
    const rows = [
      one,
      { ...one, kaderId: 2, amount: 0n },
      { ...one, kind: 'bpjs' as const, month: months[0] ?? null },
    ];
    fc.assert(
      fc.property(fc.shuffledSubarray(rows, { minLength: rows.length }), (shuffled) => {
        expect(changedDeductions(shuffled, rows)).toEqual([]);
      }),
    );
    expect(changedDeductions([], [{ ...one, amount: 0n }])).toEqual([]);
  });

  it('names who is taxed otherwise, and a premium that another body bears', () => {
    expect(changedDeductions([one], [{ ...one, amount: 0n }])).toEqual([
      { kaderId: 1, before: 5_625n, after: 0n },
    ]);
    expect(changedDeductions([one], [{ ...one, borneBy: 'DINKES' }])).toHaveLength(1);
  });
});

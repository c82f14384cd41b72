import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { gradeOf } from '../../../src/core/deduction/grade.js';
import { readDeductionPolicy } from '../../../src/core/deduction/read-deduction-policy.js';
import { Refusals } from '../../../src/core/shared/refusals.js';

const shipped = (name: string) => readFileSync(`config/deductions/${name}.yaml`, 'utf8');
const read = (text: string) => readDeductionPolicy(parse(text, { schema: 'failsafe' }));
const problemsOf = (text: string): string[] => {
  try {
    read(text);
    return [];
  } catch (error) {
    if (error instanceof Refusals) return error.problems.map(({ facts }) => String(facts.path ?? facts.from));
    throw error;
  }
};

describe('readDeductionPolicy', () => {
  it.each([
    ['pph21-bukan-pegawai', 'kind: pph21', 'kind: lain-lain', 'kind'],
    ['pph21-bukan-pegawai', 'rounding: down', 'rounding: half-up', 'rounding'],
    ['pph21-bukan-pegawai', 'basePercent: 50', 'basePercent: 150', 'rule.basePercent'],
    ['pph21-bukan-pegawai', 'upTo: 250000000', 'upTo: 50000000', 'rule.brackets'],
    ['pph21-bukan-pegawai', 'upTo: null', 'upTo: 9000000000', 'rule.brackets'],
    ['pph21-bukan-pegawai', '  III: 5', '  gol3: 5', 'percentByGrade.gol3'],
    ['pph21-bukan-pegawai', "validFrom: '2024-01-01'", "validFrom: '2023-01-01'", '2023-01-01'],
    ['pph21-bukan-pegawai', 'dueDay: 15', 'dueDay: 31', 'dueDay'],
    [
      'pph21-final-golongan',
      /percentByGrade:[^]*rounding/,
      'percentByGrade: null\nrounding',
      'percentByGrade',
    ],
    ['bpjs-kader', 'payer: kader', 'payer: kecamatan', 'rule.payer'],
    ['bpjs-kader', 'jkm: 6800', 'jkm: 6.800', 'rule.jkm'],
    ['bpjs-kader', 'payer: kader', 'payer: kader\n  payingBody: DINKES', 'rule.payingBody'],
    ['bpjs-kabupaten', '  payingBody: DINKES\n', '', 'rule.payingBody'],
    ['tanpa-bpjs', 'kind: none', 'kind: none\n  amount: 5', 'rule.amount'],
  ])('names what is wrong in %s when %s becomes %s', (name, before, after, path) => {
    expect(problemsOf(shipped(name))).toEqual([]);
    expect(problemsOf(shipped(name).replace(before, after))).toEqual([path]);
  });
});

it('takes rates for the golongan of PPPK, which only a policy can state', () => {
  const stated = shipped('pph21-final-golongan').replace('  IV: 15', '  IV: 15\n  PPPK-IX: 5');
  expect(problemsOf(stated)).toEqual([]);
});

describe('gradeOf', () => {
  it.each([
    ['III/b', 'III'],
    ['P3K gol. IX', 'PPPK-IX'],
    ['PPPK/III', 'PPPK-III'],
    ['pppk-xvii', 'PPPK-XVII'],
    ['PPPK XVIII', undefined],
    ['gol. IV a', 'IV'],
    ['ii', 'II'],
    ['IX', 'IX'],
    ['Perwira pertama', 'PERWIRA-PERTAMA'],
    ['3b', undefined],
    ['', undefined],
  ])('reads %s as %s', (written, grade) => {
    expect(gradeOf(written)).toBe(grade);
  });
});

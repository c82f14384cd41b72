import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { knownGrades } from '../../../src/core/deduction/grade.js';
import { readDeductionPolicy } from '../../../src/core/deduction/read-deduction-policy.js';

const treatmentOf = (name: string) =>
  readDeductionPolicy(parse(readFileSync(`config/deductions/${name}.yaml`, 'utf8'), { schema: 'failsafe' }))
    .treatment;

describe('the golongan that a kader may be recorded with', () => {
  it('are those of PNS and PPPK, and no other word', () => {
    const known = knownGrades([treatmentOf('tanpa-pph21'), treatmentOf('tanpa-bpjs')]);
    expect(known.size).toBe(4 + 17);
    expect(['III', 'PPPK-IX', 'V', 'GURU', 'PERWIRA-PERTAMA'].filter((grade) => known.has(grade))).toEqual([
      'III',
      'PPPK-IX',
    ]);
  });

  it('are those that a policy names, too', () => {
    expect(knownGrades([treatmentOf('pph21-final-golongan')]).has('PERWIRA-PERTAMA')).toBe(true);
  });
});

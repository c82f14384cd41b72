import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { readDeductionPolicy } from '../../../../src/core/deduction/read-deduction-policy.js';
import { refusalsOf } from '../../../support/refusal.js';

const shipped = readFileSync('config/deductions/pph21-bukan-pegawai.yaml', 'utf8');
const read = (text: string) => readDeductionPolicy(parse(text, { schema: 'failsafe' }));

describe('the slip in a deduction policy', () => {
  it('is read with the policy, and may be left out', () => {
    expect(read(shipped).treatment).toMatchObject({ slip: { taxObject: '21-100-09', ptkp: 'per-kader' } });
    const without = shipped.slice(0, shipped.indexOf('bp21:'));
    expect(read(without).treatment).toMatchObject({ slip: null, slipByGrade: new Map() });
  });

  it.each([
    ['taxObject: 21-100-09', 'taxObject: 21.100.09', 'bp21.taxObject'],
    ['kapKjs: 411121-100', 'kapKjs: 411121', 'bp21.kapKjs'],
    ['ptkp: per-kader', 'ptkp: TK/0', 'bp21.ptkp'],
    ['  nature: Tidak Final', '', 'bp21.nature'],
    ['  nature:', '  sifat: x\n  nature:', 'bp21.sifat'],
    ['bp21:', 'bp21ByGrade: { X: {} }\nbp21:', 'bp21ByGrade.X.taxObject'],
  ])('refuses %s as %s', async (before, after, path) => {
    const problems = await refusalsOf(() => read(shipped.replace(before, after)));
    expect(problems.map(({ facts }) => facts.path)).toContain(path);
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { deductionOutcomeOf } from '../../support/deduction-case.js';

const root = 'test/golden/deduction';

describe('deduct, golden', () => {
  it.each(readdirSync(root))('%s', (name) => {
    const expected: unknown = parse(readFileSync(join(root, name, 'expected.yaml'), 'utf8'));
    expect(deductionOutcomeOf(join(root, name))).toEqual(expected);
  });
});

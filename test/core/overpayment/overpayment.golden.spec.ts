import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { overpaymentOutcomeOf } from '../../support/overpayment-case.js';

const root = 'test/golden/overpayment';

describe('corrections after payment, golden', () => {
  it.each(readdirSync(root))('%s', (name) => {
    const expected: unknown = parse(readFileSync(join(root, name, 'expected.yaml'), 'utf8'));
    expect(overpaymentOutcomeOf(join(root, name))).toEqual(expected);
  });
});

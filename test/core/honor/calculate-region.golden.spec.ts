import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { outcomeOf } from '../../support/honor-case.js';

const root = 'test/golden/honor';

describe('calculateRegion, golden', () => {
  it.each(readdirSync(root))('%s', (name) => {
    const expected: unknown = parse(readFileSync(join(root, name, 'expected.yaml'), 'utf8'));
    expect(outcomeOf(join(root, name))).toEqual(expected);
  });
});

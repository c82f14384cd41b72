import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { describe as wording } from '../../../src/core/messages/describe.js';
import { readPolicy } from '../../../src/core/policy/read-policy.js';
import { parsePolicyFile } from '../../../src/modules/honor-policies/parse-policy-file.js';
import { Refusals } from '../../../src/core/shared/refusals.js';
import { vocabulary } from '../../support/honor-case.js';

const root = 'test/golden/policy/not-ok';

function problemsOf(file: string): string[] {
  try {
    readPolicy(parsePolicyFile(readFileSync(file, 'utf8'), file), vocabulary);
    return [];
  } catch (error) {
    if (!(error instanceof Refusals)) throw error;
    return error.problems.map(({ code, facts }) => wording(code, facts));
  }
}

describe('readPolicy, golden not-ok', () => {
  it.each(readdirSync(root))('%s', (name) => {
    const expected: unknown = parse(readFileSync(join(root, name, 'expected.yaml'), 'utf8'));
    expect(problemsOf(join(root, name, 'policy.yaml'))).toEqual(expected);
  });
});

describe('readPolicy', () => {
  it.each(readdirSync('config/policies'))('reads the shipped %s', (file) => {
    expect(problemsOf(join('config/policies', file))).toEqual([]);
  });
});

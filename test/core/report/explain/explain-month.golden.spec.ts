import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { explainMonth } from '../../../../src/core/report/explain/explain-month.js';
import { explanationLines } from '../../../../src/core/report/explain/explanation-lines.js';
import { readExplainCase } from '../../../support/explain-case.js';

const root = 'test/golden/explain';

describe('explainMonth, golden', () => {
  it.each(readdirSync(root))('%s', (name) => {
    const told = explanationLines(explainMonth(readExplainCase(join(root, name))));
    expect(`${told.join('\n')}\n`).toBe(readFileSync(join(root, name, 'expected.txt'), 'utf8'));
  });
});

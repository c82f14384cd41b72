import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { operations, isOperation } from '../../../src/core/access/operations.js';
import { personalColumns } from '../../../src/core/privacy/personal-columns.js';
import { projectFolder } from '../../../src/platform/configuration.js';
import { personalDataRows } from '../../support/personal-data-rows.js';

const page = await readFile(join(projectFolder(), 'src/core/privacy/README.md'), 'utf8');
const tableRows = page
  .split('\n')
  .filter((line) => /^\| `[\w.]+`\s+\|/.test(line))
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );

it('the page on personal data says of every column what it is and how it is kept', () => {
  expect(tableRows).toEqual(personalDataRows(personalColumns));
});

it('the page names operations that are there', () => {
  const named = [...page.matchAll(/\(`([a-z-]+\.[a-z-]+)`\)/g)].map(([, name = '']) => name);
  expect(named.length).toBeGreaterThan(3);
  expect(named.filter((name) => !isOperation(name))).toEqual([]);
  expect(operations['disbursement.export'].roles).toEqual(['treasurer']);
  expect(operations['tax.slips']).toMatchObject({ roles: ['treasurer'], secondFactor: true });
  expect(operations['kader.reveal'].roles).toEqual(['operator', 'verifier', 'treasurer']);
});

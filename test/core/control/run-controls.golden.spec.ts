import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { controls } from '../../../src/core/control/registry.js';
import { findingsOfCase } from '../../support/control-case.js';

const root = 'test/golden/control';
const cases = readdirSync(root);

interface Expected {
  /** The real case of domain.md it comes from, and what differs where it is innocent. */
  readonly kasus: string;
  readonly temuan: readonly unknown[];
}

function expectedOf(name: string): Expected {
  return parse(readFileSync(join(root, name, 'diharapkan.yaml'), 'utf8')) as Expected;
}

describe('runControls, golden', () => {
  it.each(cases)('%s', (name) => {
    const { kasus, temuan } = expectedOf(name);
    expect(kasus).toMatch(/\S/);
    expect(findingsOfCase(join(root, name))).toEqual(temuan);
  });

  it.each(Object.keys(controls))('%s is shown by a case that it finds, and by an innocent one', (control) => {
    const own = cases.filter((name) => name.startsWith(`${control.toLowerCase()}-`)).map(expectedOf);
    const finds = ({ temuan }: Expected) =>
      temuan.some((finding) => (finding as { kontrol: string }).kontrol === control);
    expect(own.some(finds)).toBe(true);
    expect(own.some(({ temuan }) => temuan.length === 0)).toBe(true);
  });
});

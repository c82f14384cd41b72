import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../../../src/platform/configuration.js';

const css = readFileSync(join(projectFolder(), 'config', 'pages.css'), 'utf8');
const named = new Map(
  [...css.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name = '', value = '']) => [name, value]),
);

/** What is written in which colour on which, as the stylesheet has it: 4.5 to 1 (WCAG 2.2, 1.4.3). */
const TEXT = [
  ['ink', ['paper', 'ground', 'main-pale', 'warning-pale', 'danger-pale']],
  ['soft', ['paper', 'ground', 'main-pale']],
  ['main', ['paper', 'ground', 'main-pale']],
  ['danger', ['paper', 'danger-pale']],
  ['paper', ['main', 'main-dark']],
] as const;

/** Edges of fields, buttons and notices, and the ring around what has the focus: 3 to 1 (1.4.11). */
const EDGES = [
  ['focus', ['paper', 'ground']],
  ['edge', ['paper', 'ground']],
  ['main', ['paper', 'ground']],
  ['danger', ['paper', 'ground']],
  ['warning', ['paper', 'ground']],
] as const;

function light(channel: number): number {
  const part = channel / 255;
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
}

function luminance(name: string): number {
  const value = named.get(name);
  if (value === undefined) throw new Error(`${name} is no colour of pages.css`);
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => light(parseInt(value.slice(at, at + 2), 16)));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, bright = 0] = [luminance(one), luminance(other)].sort((less, more) => less - more);
  return (bright + 0.05) / (dark + 0.05);
}

const pale = (pairs: readonly (readonly [string, readonly string[]])[], least: number): string[] =>
  pairs.flatMap(([one, others]) =>
    others
      .filter((other) => contrast(one, other) < least)
      .map((other) => `${one} on ${other}: ${contrast(one, other).toFixed(2)}`),
  );

describe('the colours of pages', () => {
  it('can be read by who sees little', () => {
    expect(pale(TEXT, 4.5)).toEqual([]);
    expect(pale(EDGES, 3)).toEqual([]);
  });

  it('show the focus on the dark bar too, where the ring of elsewhere would not be seen', () => {
    expect(contrast('focus', 'main')).toBeLessThan(3);
    expect(css).toMatch(
      /header a:focus-visible,\s*header button:focus-visible \{\s*outline-color: var\(--paper\);/,
    );
  });
});

import { readFileSync } from 'node:fs';
import { parse, stringify } from 'yaml';
import { readControlSettings } from '../../../src/core/control/read-settings.js';
import { controlCodes, findingKinds } from '../../../src/core/control/registry.js';
import { initialSettings } from '../../../src/core/control/settings.js';
import { refusalsOf } from '../../support/refusal.js';

const shipped = readFileSync('config/controls.yaml', 'utf8');
const documentOf = (text: string): unknown => parse(text, { schema: 'failsafe' });

describe('readControlSettings', () => {
  it('reads the shipped document as what holds without one', () => {
    expect(readControlSettings(documentOf(shipped))).toEqual(initialSettings);
    expect(Object.keys(initialSettings.severities)).toHaveLength(controlCodes.length);
  });

  it.each(controlCodes.filter((code) => !(findingKinds[code].allowed as readonly string[]).includes('off')))(
    'never lets %s be switched off',
    async (code) => {
      const name = code.slice('control.'.length);
      const off = shipped.replace(new RegExp(`^( +${name}): .*$`, 'm'), '$1: off');
      const refused = await refusalsOf(() => readControlSettings(documentOf(off)));
      expect(refused.map((problem) => problem.code)).toEqual(['control.setting-not-allowed']);
    },
  );

  it('takes nothing for granted: what is left out, unknown or no number is named with its path', async () => {
    const document = documentOf(shipped) as { controls: Record<string, object>; thresholds: object };
    const others = Object.entries(document.controls).filter(([control]) => control !== 'C3');
    const broken = stringify({
      controls: { ...Object.fromEntries(others), C99: {} },
      thresholds: { ...document.thresholds, idleMonths: '3.5' },
    });
    const refused = await refusalsOf(() => readControlSettings(documentOf(broken)));
    expect(refused.map(({ code, facts }) => [code, facts.path])).toEqual([
      ['control.field-unknown', 'controls.C99'],
      ['control.field-missing', 'controls.C3'],
      ['control.field-missing', 'controls.C3.idle'],
      ['control.field-wrong', 'thresholds.idleMonths'],
    ]);
  });

  it.each([undefined, null, '', [], 'teks'])('refuses %p', async (document) => {
    expect(await refusalsOf(() => readControlSettings(document))).not.toEqual([]);
  });
});

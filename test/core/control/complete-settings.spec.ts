import { completeStoredSettings } from '../../../src/core/control/complete-settings.js';
import { readControlSettings } from '../../../src/core/control/read-settings.js';
import { controlCodes, findingKinds } from '../../../src/core/control/registry.js';
import { initialSettings } from '../../../src/core/control/settings.js';

/** A document as an import stores it, with what was known then. */
function stored(isKnown: (code: string) => boolean) {
  const controls: Record<string, Record<string, string>> = {};
  for (const code of controlCodes.filter(isKnown)) {
    const { control, setting } = findingKinds[code];
    controls[control] = { ...controls[control], [code.slice('control.'.length)]: setting };
  }
  const thresholds = Object.entries(initialSettings.thresholds).map(([name, value]) => [name, String(value)]);
  return { controls, thresholds: Object.fromEntries(thresholds) as Record<string, string> };
}

describe('completeStoredSettings', () => {
  it('changes nothing in a document that says everything', () => {
    const whole = stored(() => true);
    expect(readControlSettings(completeStoredSettings(whole))).toEqual(readControlSettings(whole));
  });

  it('keeps what was said, and takes what came later as it is shipped', () => {
    const older = stored((code) => code !== 'control.cash-short' && code !== 'control.prior-year-ordinary');
    older.controls.C7 = { ...older.controls.C7, 'headcount-over': 'block' };
    older.controls.C16 = { ...older.controls.C16, 'report-missing': 'off' };
    delete older.thresholds.yearEndDays;
    const { severities, thresholds } = readControlSettings(completeStoredSettings(older));
    expect(severities['control.cash-short']).toBe('warn');
    expect(severities['control.prior-year-ordinary']).toBe('block');
    expect(severities['control.report-missing']).toBe('off');
    expect(thresholds.yearEndDays).toBe(initialSettings.thresholds.yearEndDays);
  });

  it('leaves what is no settings document to the reader, which refuses it', () => {
    for (const document of [null, 'teks', [], { controls: 'x', thresholds: {} }]) {
      expect(completeStoredSettings(document)).toEqual(document);
    }
  });
});

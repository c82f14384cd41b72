import { controlCodes, findingKinds, type ControlCode, type Setting } from './registry.js';

/** Where a control begins to speak; all of them editable, none of them law. */
export interface ControlThresholds {
  /** Months without activity after which a kader is idle (Permendagri 13/2024 names three). */
  readonly idleMonths: number;
  /** A month's amount is far off when it is this many times the last period's, or the middle of the others'. */
  readonly outlierRatio: number;
  /** How many must be paid a component before its middle says anything. */
  readonly outlierPeopleMin: number;
  /** Score, in percent, from which two people may be one. */
  readonly samePersonPercent: number;
  /** Score, in percent, below which the name in a bank book is not the kader's. */
  readonly holderPercent: number;
  /** Activities of one kind that a posyandu can hold in a month. */
  readonly eventsAMonthMax: number;
  /** Days before 31 December from which the end of the budget year is announced. */
  readonly yearEndDays: number;
  /** Days between two submissions of one payer within which both may be parts of one. */
  readonly splitDays: number;
}

/** What each finding is set to, and from where the controls speak. */
export interface ControlSettings {
  readonly severities: Readonly<Record<ControlCode, Setting>>;
  readonly thresholds: ControlThresholds;
}

/** What holds until a settings document is imported; `config/controls.yaml` says the same. */
export const initialSettings: ControlSettings = {
  severities: severitiesOf((code) => findingKinds[code].setting),
  thresholds: {
    idleMonths: 3,
    outlierRatio: 3,
    outlierPeopleMin: 5,
    samePersonPercent: 85,
    holderPercent: 60,
    eventsAMonthMax: 31,
    yearEndDays: 14,
    splitDays: 14,
  },
};

/** A setting for every finding. */
export function severitiesOf(settingOf: (code: ControlCode) => Setting): Record<ControlCode, Setting> {
  return Object.fromEntries(controlCodes.map((code) => [code, settingOf(code)])) as Record<
    ControlCode,
    Setting
  >;
}

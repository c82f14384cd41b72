import { findingKinds, isControlCode } from '../control/registry.js';
import type { ErrorCode } from '../messages/catalog.js';

/**
 * The control that an error code stands for, by the cases that taught it: C2 Tambun Utara, C4 Cianjur, C5 PKH,
 * C6 Sorong, C10 Tangerang, C12 double pay. A code that is not here is a fault of the sheet itself (`data`).
 */
const controls: Readonly<Partial<Record<ErrorCode, string>>> = {
  'payment.claim-differs': 'C2',
  'payment.claim-not-entitled': 'C2',
  'payment.claim-left-out': 'C2',
  'payment.claim-twice': 'C2',
  'roster.account-shared': 'C4',
  'roster.nik-twice': 'C4',
  'honor.not-in-any-sk': 'C5',
  'honor.appointment-ended': 'C5',
  'activity.without-sk': 'C5',
  'activity.after-end': 'C5',
  'activity.after-death': 'C6',
  'honor.deceased-heir-needed': 'C6',
  'payment.deceased': 'C6',
  'payment.heir-unconfirmed': 'C6',
  'payment.heir-death-differs': 'C6',
  'payment.account-pending': 'C10',
  'roster.person-twice': 'C12',
  'roster.in-other-nagari': 'C12',
};

/** `C1` to `C19` of the controls, or `data` for a sheet that cannot be read. */
export function controlOf(code: ErrorCode): string {
  return isControlCode(code) ? findingKinds[code].control : (controls[code] ?? 'data');
}

import { canonicalJson } from '../shared/canonical-json.js';
import { controlAccount } from './control-account.js';
import { controlAmount } from './control-amount.js';
import { controlAppointment } from './control-appointment.js';
import { controlArrears } from './control-arrears.js';
import { controlBooks } from './control-books.js';
import { controlBudget } from './control-budget.js';
import { controlCeiling } from './control-ceiling.js';
import { controlCash } from './control-cash.js';
import { controlDeadlines } from './control-deadlines.js';
import { controlDeceased } from './control-deceased.js';
import { controlContributionNumber, controlDeductionBasis } from './control-deductions.js';
import { controlDoublePay } from './control-double-pay.js';
import { controlEvents } from './control-events.js';
import { controlHands } from './control-hands.js';
import { controlHeadcount } from './control-headcount.js';
import { controlInactivity } from './control-inactivity.js';
import { controlNet } from './control-net.js';
import { controlOverpayment } from './control-overpayment.js';
import { controlPersons } from './control-persons.js';
import { controlPriorYear } from './control-prior-year.js';
import { controlSplit } from './control-split.js';
import { controlValidity } from './control-validity.js';
import type { Finding } from './finding.js';
import { findingKinds } from './registry.js';
import type { RequestUnderControl } from './request-under-control.js';

/** A control: a plain rule over a request and its neighbours. */
type Control = (request: RequestUnderControl) => Finding[];

const everyControl: readonly Control[] = [
  controlValidity,
  controlAmount,
  controlInactivity,
  controlPersons,
  controlAppointment,
  controlDeceased,
  controlHeadcount,
  controlBudget,
  controlCash,
  controlNet,
  controlDeductionBasis,
  controlAccount,
  controlArrears,
  controlPriorYear,
  controlDoublePay,
  controlBooks,
  controlHands,
  controlSplit,
  controlEvents,
  controlDeadlines,
  controlCeiling,
  controlContributionNumber,
  controlOverpayment,
];

/** Everything the controls find, in an order that no order of rows can change: by control, then person. */
export function runControls(request: RequestUnderControl): Finding[] {
  return everyControl
    .flatMap((control) => control(request))
    .map((finding) => ({ finding, key: orderOf(finding) }))
    .sort((one, other) => (one.key < other.key ? -1 : one.key > other.key ? 1 : 0))
    .map(({ finding }) => finding);
}

/**
 * What makes two findings the same one, whichever day or submission they are found in: an answer given to it
 * holds as long as this does not change. Severity is not part of it, nor what changes with the day.
 */
export function findingKey({ code, subject, evidence, volatile }: Finding): string {
  const lasting = Object.entries(evidence).filter(([name]) => !volatile.includes(name));
  const about = { kader: subject?.kaderId ?? null, line: subject?.line ?? null };
  return canonicalJson({ code, ...about, evidence: Object.fromEntries(lasting) });
}

function orderOf(finding: Finding): string {
  const number = findingKinds[finding.code].control.slice(1).padStart(2, '0');
  const { name, line } = { name: '', line: null, ...finding.subject };
  return `${number} ${name} ${line ?? ''} ${findingKey(finding)}`;
}

import { monthsPhrase } from '../formats/months-phrase.js';
import { takeInstalments, type DueInstalment } from '../overpayment/take-instalments.js';
import { groupBy } from '../shared/group-by.js';
import { monthOf, type ServiceMonth } from '../shared/service-month.js';
import { sumRupiah, type Rupiah } from '../shared/rupiah.js';
import { personOf, raise, subjectOf, type Finding, type FindingSubject } from './finding.js';
import type {
  InstalmentUnderControl,
  OverpaymentUnderControl,
  RequestUnderControl,
} from './request-under-control.js';

/** What every finding about a case begins with. */
interface CaseInRequest {
  readonly request: RequestUnderControl;
  readonly subject: FindingSubject;
  readonly about: { readonly kader: string; readonly nik: string; readonly case: string };
}

/** C19: who owes back what she was overpaid has signed how, and what she signed is kept to. */
export function controlOverpaymentCases(request: RequestUnderControl): Finding[] {
  const instalments = groupBy(request.instalments, ({ overpaymentId }) => overpaymentId);
  const missing = new Set(notTaken(request));
  return request.overpayments.flatMap((one) => {
    const member = request.members.find(({ kaderId }) => kaderId === one.kaderId);
    if (member === undefined) return [];
    const about = { ...personOf(member), case: one.number };
    const found = { request, subject: subjectOf(member), about };
    const own = instalments.get(one.overpaymentId) ?? [];
    const forgotten = own.filter((instalment) => missing.has(instalment));
    const late = own.filter((instalment) => !missing.has(instalment) && isOverdue(request, one, instalment));
    return [...withoutPlan(found, one), ...setOffNotTaken(found, forgotten), ...overdue(found, late)];
  });
}

function withoutPlan({ request, subject, about }: CaseInRequest, one: OverpaymentUnderControl): Finding[] {
  if (one.plan === 'confirmed') return [];
  const code =
    one.plan === 'none' ? 'control.overpayment-without-plan' : 'control.overpayment-plan-unconfirmed';
  return raise(request, code, { subject, evidence: { ...about, amount: one.amount } });
}

function setOffNotTaken({ request, subject, about }: CaseInRequest, due: InstalmentsDue): Finding[] {
  if (due.length === 0) return [];
  const sources = [...new Set(due.map(({ source }) => source))].sort().join(', ');
  const evidence = { ...about, ...amountAndMonths(due), sources };
  return raise(request, 'control.set-off-not-taken', { subject, evidence });
}

function overdue({ request, subject, about }: CaseInRequest, due: InstalmentsDue): Finding[] {
  if (due.length === 0) return [];
  const evidence = { ...about, ...amountAndMonths(due) };
  return raise(request, 'control.overpayment-overdue', { subject, evidence });
}

type InstalmentsDue = readonly InstalmentUnderControl[];

function amountAndMonths(due: InstalmentsDue): { readonly amount: Rupiah; readonly months: string } {
  return { amount: -sumRupiah(due.map(({ amount }) => amount)), months: monthsPhrase(due.map(monthDue)) };
}

function monthDue({ due }: InstalmentUnderControl): ServiceMonth {
  return due;
}

/** A month is late when it is over; of what is set off a request takes an instalment for each month it pays. */
function isOverdue(
  { today }: RequestUnderControl,
  { isTakenHere }: OverpaymentUnderControl,
  { mode, due }: InstalmentUnderControl,
): boolean {
  return due < monthOf(today) && !(mode === 'set-off' && isTakenHere);
}

/** What the request would take if it were composed now, of the cases of which it takes nothing. */
function notTaken({ overpayments, instalments, shares, months }: RequestUnderControl): DueInstalment[] {
  const untouched = new Set(
    overpayments.filter(({ isTakenHere }) => !isTakenHere).map(({ overpaymentId }) => overpaymentId),
  );
  const until = [...months].sort().at(-1) ?? '';
  const due = instalments.filter(
    (one) => one.mode === 'set-off' && one.due <= until && untouched.has(one.overpaymentId),
  );
  return takeInstalments(shares, due);
}

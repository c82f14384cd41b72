import { isDecember, payableFrom } from '../policy/december.js';
import { meet } from '../policy/days-in-force.js';
import type { HonorPolicy } from '../policy/honor-policy.js';
import type { PolicyVersion } from '../policy/select-policy.js';
import { DomainError } from '../shared/domain-error.js';
import { formatDate, type PlainDate } from '../shared/plain-date.js';
import { refuseAny } from '../shared/refusals.js';
import { firstDayOf, formatMonth, lastDayOf, monthOf, type ServiceMonth } from '../shared/service-month.js';
import type { HonorLine } from './honor-line.js';
import type { Reason } from './reason.js';

/**
 * Months that are not over are not calculated, for nobody knows yet what was served. Only the December that is running
 * may be, where the policies say from which day: its payments end with it (`openDecember`).
 *
 * @throws DomainError `honor.month-not-over`
 */
export function refuseRunningMonths(months: readonly ServiceMonth[], today: PlainDate): void {
  const running = months.find((month) => isRunning(month, today) && !isOpenable(month, today));
  if (running !== undefined) throw notOver(running, today);
}

/**
 * The lines of what was calculated, where those of a December that is running say by which rule they were calculated
 * before it is over. What changes until its end becomes a correction, as in any month.
 *
 * @param versions the policies the lines were calculated by
 * @throws Refusals `honor.december-not-stated` and `honor.december-not-yet` for each policy that does not allow it;
 *   DomainError `honor.month-not-over` where nobody has honor in it, so that no policy could allow it
 */
export function openDecember(
  lines: readonly HonorLine[],
  versions: readonly PolicyVersion[],
  months: readonly ServiceMonth[],
  today: PlainDate,
): readonly HonorLine[] {
  const month = months.find((one) => isRunning(one, today) && isOpenable(one, today));
  if (month === undefined) return lines;
  const early = lines.filter((line) => line.month === month);
  if (early.length === 0) throw notOver(month, today);
  const used = new Set(early.flatMap(policiesOf));
  // What is paid at once for a year names the policies of earlier months too.
  const policies = versions.filter(
    ({ policy, version }) => used.has(nameOf(policy.code, version)) && holdsIn(policy, month),
  );
  refuseAny(policies.flatMap((version) => problemOf(version, month, today) ?? []));
  return lines.map((line) => (line.month === month ? withRule(line, versions) : line));
}

function isRunning(month: ServiceMonth, today: PlainDate): boolean {
  return lastDayOf(month) >= today;
}

function isOpenable(month: ServiceMonth, today: PlainDate): boolean {
  return isDecember(month) && monthOf(today) === month;
}

function notOver(month: ServiceMonth, today: PlainDate): DomainError {
  return new DomainError('conflict', 'honor.month-not-over', { month: formatMonth(month), today });
}

/** A line of a month that was paid by days names every policy in its steps. */
function policiesOf({ reasons }: HonorLine): string[] {
  return reasons.flatMap((reason) =>
    reason.step === 'policy' ? [nameOf(reason.policy, reason.version)] : [],
  );
}

function holdsIn({ validFrom, validTo }: HonorPolicy, month: ServiceMonth): boolean {
  return meet({ from: validFrom, to: validTo }, { from: firstDayOf(month), to: lastDayOf(month) });
}

function nameOf(code: string, version: number): string {
  return `${code}/${String(version)}`;
}

function problemOf(
  { policy, version }: PolicyVersion,
  month: ServiceMonth,
  today: PlainDate,
): DomainError | undefined {
  const rule = policy.decemberPayableFrom;
  const facts = { policy: nameOf(policy.code, version), month: formatMonth(month), today: formatDate(today) };
  if (rule === null) return new DomainError('conflict', 'honor.december-not-stated', facts);
  const from = payableFrom(policy, month);
  if (today >= from) return undefined;
  const when = { from: formatDate(from), basis: rule.basis };
  return new DomainError('conflict', 'honor.december-not-yet', { ...facts, ...when });
}

function withRule(line: HonorLine, versions: readonly PolicyVersion[]): HonorLine {
  const rules = versions.flatMap(({ id, policy }): Reason[] => {
    const { decemberPayableFrom: rule } = policy;
    if (id !== line.policyId || rule === null) return [];
    return [{ step: 'december-before-its-end', from: payableFrom(policy, line.month), basis: rule.basis }];
  });
  // A version that lies apart in two times is there twice.
  return { ...line, reasons: [...line.reasons, ...rules.slice(0, 1)] };
}

import { groupBy } from '../shared/group-by.js';
import { formatDate } from '../shared/plain-date.js';
import { sumRupiah } from '../shared/rupiah.js';
import { firstDayOf, formatMonth, lastDayOf } from '../shared/service-month.js';
import { personOf, raise, subjectOf, type Finding } from './finding.js';
import { linesByMember, monthsOf } from './lines-by-member.js';
import type {
  Declaration,
  LineUnderControl,
  Member,
  OtherPayment,
  RequestUnderControl,
} from './request-under-control.js';

/**
 * C12: one component of one month is paid once, however many payers there are; each may carry its share. Honor
 * from the state that a kader declared is looked at before she gets this one as well.
 */
export function controlDoublePay(request: RequestUnderControl): Finding[] {
  const others = groupBy(request.others, keyOf);
  const declared = groupBy(request.declarations, ({ kaderId }) => kaderId);
  return linesByMember(request).flatMap(([member, lines]) => [
    ...lines.flatMap((line) => paidTwice(request, member, line, others.get(keyOf(line)) ?? [])),
    ...secondHonor(request, member, lines, declared.get(member.kaderId) ?? []),
  ]);
}

function keyOf({ kaderId, month, component }: OtherPayment | LineUnderControl): string {
  return `${String(kaderId)} ${month} ${component}`;
}

function paidTwice(
  request: RequestUnderControl,
  member: Member,
  { amount, entitled, component, month }: LineUnderControl,
  others: readonly OtherPayment[],
): Finding[] {
  const paid = sumRupiah(others.map((other) => other.amount));
  if (paid <= 0n || paid + amount <= entitled) return [];
  const evidence = {
    ...personOf(member),
    component,
    month: formatMonth(month),
    paid,
    requests: listOf(others.map((other) => other.request)),
    payers: listOf(others.map((other) => other.payer)),
    total: paid + amount,
    entitled,
  };
  return raise(request, 'control.paid-twice', {
    subject: subjectOf(member, `${component} ${month}`),
    evidence,
  });
}

function secondHonor(
  request: RequestUnderControl,
  member: Member,
  lines: readonly LineUnderControl[],
  declared: readonly Declaration[],
): Finding[] {
  const months = monthsOf(lines);
  return declared
    .filter(({ from, to }) =>
      months.some((month) => from <= lastDayOf(month) && (to === null || to >= firstDayOf(month))),
    )
    .flatMap(({ body, what, from }) =>
      raise(request, 'control.second-honor', {
        subject: subjectOf(member),
        evidence: { ...personOf(member), what, body, from: formatDate(from) },
      }),
    );
}

function listOf(names: readonly string[]): string {
  return [...new Set(names)].sort().join(', ');
}

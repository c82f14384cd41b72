import { monthsPhrase } from '../formats/months-phrase.js';
import { formatDate } from '../shared/plain-date.js';
import { firstDayOf, formatMonth, lastDayOf } from '../shared/service-month.js';
import { personOf, raise, subjectOf, type Finding } from './finding.js';
import { linesByMember, monthsOf } from './lines-by-member.js';
import type {
  AppointmentUnderControl,
  LineUnderControl,
  Member,
  RequestUnderControl,
} from './request-under-control.js';
import { appointmentsIn } from './appointments-in.js';

/**
 * C1: what is paid of a month lies inside the validity of its rate decree, and its SK was signed before it was over. A
 * share of a yearly amount is for her last days under its decree; how many months it counts, the calculation says anew
 * at every step.
 */
export function controlValidity(request: RequestUnderControl): Finding[] {
  return linesByMember(request).flatMap(([member, lines]) => [
    ...lines.flatMap((line) => outsideDecree(request, member, line)),
    ...signedLater(request, member, lines),
  ]);
}

function outsideDecree(request: RequestUnderControl, member: Member, line: LineUnderControl): Finding[] {
  const { decree, month } = line;
  const { from, to } = line.daysPaid ?? daysServed(member, month);
  const until = line.changesWithin === true ? from : to;
  if (decree.from <= from && (decree.to === null || decree.to >= until)) return [];
  return raise(request, 'control.month-outside-decree', {
    subject: subjectOf(member, `${line.component} ${month}`),
    evidence: {
      ...personOf(member),
      month: formatMonth(month),
      basis: decree.number,
      from: formatDate(decree.from),
      to: decree.to === null ? 'seterusnya' : formatDate(decree.to),
    },
  });
}

/** The first and the last day she served of a month. */
function daysServed(member: Member, month: LineUnderControl['month']) {
  const [first, last] = [firstDayOf(month), lastDayOf(month)];
  const served = appointmentsIn(member, month);
  // appointmentsIn sorts by the first day, so the first of them begins what she served of the month.
  const from = [first, served[0]?.from ?? first].sort()[1] ?? first;
  const end =
    served
      .map(({ to }) => to ?? last)
      .sort()
      .at(-1) ?? last;
  const to = [last, end].sort()[0] ?? last;
  return { from, to };
}

/** A month that was over before its SK was signed is paid by an SK that works backwards. */
function signedLater(
  request: RequestUnderControl,
  member: Member,
  lines: readonly LineUnderControl[],
): Finding[] {
  const late = monthsOf(lines).flatMap((month) => {
    const [appointment] = appointmentsIn(member, month);
    return appointment !== undefined && appointment.skDate > lastDayOf(month) ? [{ appointment, month }] : [];
  });
  const [first] = late;
  if (first === undefined) return [];
  const { skNumber, skDate }: AppointmentUnderControl = first.appointment;
  return raise(request, 'control.sk-signed-later', {
    subject: subjectOf(member),
    evidence: {
      ...personOf(member),
      sk: skNumber,
      signed: formatDate(skDate),
      months: monthsPhrase(late.map(({ month }) => month)),
    },
  });
}

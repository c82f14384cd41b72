import { groupBy } from '../shared/group-by.js';
import { sumRupiah, type Rupiah } from '../shared/rupiah.js';
import { formatMonth } from '../shared/service-month.js';
import { personOf, raise, subjectOf, type Finding } from './finding.js';
import { linesByMember } from './lines-by-member.js';
import { median } from './median.js';
import type { LineUnderControl, Member, RequestUnderControl } from './request-under-control.js';

/** C2: no month is paid above its rate, and a month far from the last period or from the others is explained. */
export function controlAmount(request: RequestUnderControl): Finding[] {
  const byComponent = groupBy(positive(request.lines), ({ component }) => component);
  return linesByMember(request).flatMap(([member, lines]) => [
    ...lines.flatMap((line) => aboveRate(request, member, line)),
    ...[...groupBy(lines, ({ component }) => component)].flatMap(([component, own]) => [
      ...jumped(request, member, component, own),
      ...farFromOthers(request, member, own, byComponent.get(component) ?? []),
    ]),
  ]);
}

function positive(lines: readonly LineUnderControl[]): LineUnderControl[] {
  return lines.filter(({ amount }) => amount > 0n);
}

function aboveRate(request: RequestUnderControl, member: Member, line: LineUnderControl): Finding[] {
  const { amount, rate, component, month } = line;
  if (rate === null || amount <= rate) return [];
  return raise(request, 'control.amount-above-rate', {
    subject: subjectOf(member, `${component} ${month}`),
    evidence: {
      ...personOf(member),
      component,
      month: formatMonth(month),
      amount,
      rate,
      ratio: ratioOf(amount, rate),
    },
  });
}

function jumped(
  request: RequestUnderControl,
  member: Member,
  component: string,
  own: readonly LineUnderControl[],
): Finding[] {
  const earlier = request.past.filter(
    (past) => past.kaderId === member.kaderId && past.component === component,
  );
  const [amount, before] = [averageOf(own), averageOf(earlier)];
  if (before <= 0n || !isFar(amount, before, request)) return [];
  return raise(request, 'control.amount-jumped', {
    subject: subjectOf(member, component),
    evidence: { ...personOf(member), component, amount, before, ratio: ratioOf(amount, before) },
  });
}

function farFromOthers(
  request: RequestUnderControl,
  member: Member,
  own: readonly LineUnderControl[],
  ofComponent: readonly LineUnderControl[],
): Finding[] {
  const others = [...groupBy(ofComponent, ({ kaderId }) => kaderId)].filter(([id]) => id !== member.kaderId);
  if (others.length < request.settings.thresholds.outlierPeopleMin - 1) return [];
  const [amount, middle] = [averageOf(own), median(others.map(([, lines]) => averageOf(lines)))];
  if (!isFar(amount, middle, request)) return [];
  const component = own[0]?.component ?? '';
  return raise(request, 'control.amount-far-from-others', {
    subject: subjectOf(member, component),
    evidence: {
      ...personOf(member),
      component,
      amount,
      middle,
      people: others.length,
      ratio: ratioOf(amount, middle),
    },
  });
}

function isFar(amount: Rupiah, usual: Rupiah, request: RequestUnderControl): boolean {
  return amount >= usual * BigInt(request.settings.thresholds.outlierRatio);
}

/** Rupiah a month: over the months that were paid, whole, the fraction dropped. */
function averageOf(lines: readonly { readonly amount: Rupiah; readonly month: string }[]): Rupiah {
  const months = new Set(lines.map(({ month }) => month)).size;
  return months === 0 ? 0n : sumRupiah(lines.map(({ amount }) => amount)) / BigInt(months);
}

/** "5" or "2,5": how many times, to one digit. */
function ratioOf(amount: Rupiah, of: Rupiah): string {
  if (of <= 0n) return 'tak terhingga';
  const tenths = (amount * 10n) / of;
  return tenths % 10n === 0n ? String(tenths / 10n) : `${String(tenths / 10n)},${String(tenths % 10n)}`;
}

import { groupBy } from '../shared/group-by.js';
import type { ServiceMonth } from '../shared/service-month.js';
import type { LineUnderControl, Member, RequestUnderControl } from './request-under-control.js';

/** Everybody in the request with what it pays her; a month that corrections cancel out is not paid. */
export function linesByMember(
  request: RequestUnderControl,
): readonly (readonly [Member, readonly LineUnderControl[]])[] {
  const lines = groupBy(
    request.lines.filter(({ amount }) => amount > 0n),
    ({ kaderId }) => kaderId,
  );
  return request.members.map((member) => [member, lines.get(member.kaderId) ?? []] as const);
}

/** The months of some lines, each once, in order. */
export function monthsOf(lines: readonly { readonly month: ServiceMonth }[]): ServiceMonth[] {
  return [...new Set(lines.map(({ month }) => month))].sort();
}

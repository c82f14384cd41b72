import { raise, type Finding } from './finding.js';
import type { Ceiling, RequestUnderControl } from './request-under-control.js';
import { holdsThroughout } from './ceilings-in.js';

/** C7: more heads or more money than the DPA names stops the request; it is never spread thinner to fit. */
export function controlBudget(request: RequestUnderControl): Finding[] {
  return [...headcount(request), ...shortages(request)];
}

function headcount(request: RequestUnderControl): Finding[] {
  const people = new Set(request.lines.filter(({ amount }) => amount > 0n).map(({ kaderId }) => kaderId))
    .size;
  const isOver = ({ kind, scope, limit, ...days }: Ceiling) =>
    kind === 'headcount' &&
    scope === request.payer.code &&
    BigInt(people) > limit &&
    request.months.some((month) => holdsThroughout(days, month));
  return request.ceilings.filter(isOver).flatMap(({ limit, basis }) =>
    raise(request, 'control.headcount-over', {
      evidence: { people, basis, limit: Number(limit), payer: request.payer.name },
    }),
  );
}

function shortages(request: RequestUnderControl): Finding[] {
  return request.sources
    .filter(({ asked, available }) => asked > available)
    .flatMap(({ source, asked, available }) =>
      raise(request, 'control.budget-short', {
        evidence: { source, asked, available, short: asked - available },
      }),
    );
}

import { raise, type Finding } from './finding.js';
import type { RequestUnderControl } from './request-under-control.js';

/** C7: more money than the budget line has stops the request; it is never spread thinner to fit. */
export function controlBudget(request: RequestUnderControl): Finding[] {
  return request.sources
    .filter(({ asked, available }) => asked > available)
    .flatMap(({ source, asked, available }) =>
      raise(request, 'control.budget-short', {
        evidence: { source, asked, available, short: asked - available },
      }),
    );
}

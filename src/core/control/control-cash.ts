import { cashShortage } from '../funding/cash-cover.js';
import { raise, type Finding } from './finding.js';
import type { RequestUnderControl } from './request-under-control.js';

/** C7: a request beyond the cash that others left of what came in for its line is told, where the payer records its tranches. */
export function controlCash(request: RequestUnderControl): Finding[] {
  return request.sources.flatMap((line) => {
    const short = cashShortage(line);
    if (short === 0n) return [];
    const { source, asked, received, paid, bound } = line;
    return raise(request, 'control.cash-short', {
      evidence: { source, asked, received, paid, bound, short },
    });
  });
}

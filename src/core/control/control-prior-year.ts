import { monthsPhrase } from '../formats/months-phrase.js';
import { fiscalYearOf } from '../shared/service-month.js';
import { raise, type Finding } from './finding.js';
import type { RequestUnderControl } from './request-under-control.js';

/**
 * C11 and C16: months of a year that has ended are debt, paid by a request of their own kind with its own basis;
 * in an ordinary request they stop it.
 */
export function controlPriorYear(request: RequestUnderControl): Finding[] {
  const { debt, number, months } = request;
  if (debt === null) return inOrdinaryRequest(request);
  const { source, basis } = debt;
  if (basis === null || basis.trim() === '') {
    return raise(request, 'control.prior-year-without-basis', { evidence: { number } });
  }
  return raise(request, 'control.prior-year', { evidence: { months: monthsPhrase(months), source, basis } });
}

function inOrdinaryRequest(request: RequestUnderControl): Finding[] {
  const year = Number(request.today.slice(0, 4));
  const ended = request.months.filter((month) => fiscalYearOf(month) < year);
  if (ended.length === 0) return [];
  return raise(request, 'control.prior-year-ordinary', { evidence: { months: monthsPhrase(ended) } });
}

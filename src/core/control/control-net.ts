import { groupBy } from '../shared/group-by.js';
import { sumRupiah } from '../shared/rupiah.js';
import { personOf, raise, subjectOf, type Finding } from './finding.js';
import type { RequestUnderControl } from './request-under-control.js';

/** C8: what is prepared for a kader is what her slip says: her honor less what the list of deductions names. */
export function controlNet(request: RequestUnderControl): Finding[] {
  const lines = groupBy(request.lines, ({ kaderId }) => kaderId);
  const cuts = groupBy(request.deductions, ({ kaderId }) => kaderId);
  const prepared = groupBy(request.payments, ({ kaderId }) => kaderId);
  return request.members.flatMap((member) => {
    const payments = prepared.get(member.kaderId);
    if (payments === undefined) return [];
    const [gross, deductions, paid] = [lines.get(member.kaderId), cuts.get(member.kaderId), payments].map(
      (parts) => sumRupiah((parts ?? []).map(({ amount }) => amount)),
    ) as [bigint, bigint, bigint];
    if (paid === gross - deductions) return [];
    const evidence = { ...personOf(member), prepared: paid, net: gross - deductions, gross, deductions };
    return raise(request, 'control.net-differs', { subject: subjectOf(member), evidence });
  });
}

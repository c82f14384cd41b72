import { maskNik } from '../formats/mask.js';
import { monthsPhrase } from '../formats/months-phrase.js';
import { groupBy } from '../shared/group-by.js';
import { sumRupiah } from '../shared/rupiah.js';
import { controlOverpaymentCases } from './control-overpayment-cases.js';
import { raise, type Finding } from './finding.js';
import { monthsOf } from './lines-by-member.js';
import type { RequestUnderControl } from './request-under-control.js';

/**
 * C19: what was paid beyond anybody's right comes back: who was paid outside of every SK is named, and who has a case
 * is not paid on as if there were none.
 */
export function controlOverpayment(request: RequestUnderControl): Finding[] {
  return [...paidOutsideSk(request), ...controlOverpaymentCases(request)];
}

/** Who was paid for months that no SK covers owes it back; the next request is the moment to say so. */
function paidOutsideSk(request: RequestUnderControl): Finding[] {
  return [...groupBy(request.paidOutsideSk, ({ nik }) => nik)].flatMap(([nik, paid]) => {
    const [{ kader }] = paid;
    return raise(request, 'control.paid-outside-sk', {
      evidence: {
        kader,
        nik: maskNik(nik),
        amount: sumRupiah(paid.map(({ amount }) => amount)),
        months: monthsPhrase(monthsOf(paid)),
        requests: [...new Set(paid.map((one) => one.request))].sort().join(', '),
      },
    });
  });
}

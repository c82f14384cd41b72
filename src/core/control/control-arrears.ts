import { monthsPhrase } from '../formats/months-phrase.js';
import { sumRupiah } from '../shared/rupiah.js';
import { raise, type Finding } from './finding.js';
import { monthsOf } from './lines-by-member.js';
import type { RequestUnderControl } from './request-under-control.js';

/** C11: older months that are owed and in no request are not passed over in silence. */
export function controlArrears(request: RequestUnderControl): Finding[] {
  const newest = [...request.months].sort().at(-1) ?? '';
  const older = request.arrears.filter(({ month, amount }) => amount > 0n && month < newest);
  if (older.length === 0) return [];
  return raise(request, 'control.older-months-unpaid', {
    evidence: {
      people: new Set(older.map(({ kaderId }) => kaderId)).size,
      months: monthsPhrase(monthsOf(older)),
      amount: sumRupiah(older.map(({ amount }) => amount)),
    },
  });
}

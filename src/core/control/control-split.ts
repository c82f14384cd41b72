import { functionKey, stateAfter, type RequiredSignature } from '../approval/approval-bands.js';
import { requiredSignatures } from '../approval/required-signatures.js';
import { stepNames } from '../payment/request-state.js';
import { daysInclusive } from '../shared/plain-date.js';
import { formatRupiah, sumRupiah, type Rupiah } from '../shared/rupiah.js';
import { raise, type Finding } from './finding.js';
import type { RequestUnderControl, SiblingUnderControl } from './request-under-control.js';

/**
 * C14: what is split by months or by kader goes past nobody who would have signed the whole. With this request count
 * the other live ones of its payer and budget year: all of one that was submitted within so many days of this, and of
 * any other what it pays for the months of this one.
 */
export function controlSplit(request: RequestUnderControl): Finding[] {
  const { gross, bands, number } = request;
  if (bands.length === 0) return [];
  const counted = request.siblings
    .map((sibling) => ({ ...sibling, amount: countedOf(request, sibling) }))
    .filter(({ amount }) => amount > 0n)
    .sort((one, other) => (one.request < other.request ? -1 : 1));
  const total = gross + sumRupiah(counted.map(({ amount }) => amount));
  const own = requiredSignatures([{ bands }], gross);
  const passed = requiredSignatures([{ bands }], total).filter((one) => !isAsked(own, one));
  if (passed.length === 0) return [];
  return raise(request, 'control.split-below-band', {
    evidence: {
      ...{ number, gross, total },
      requests: counted.map((one) => `${one.request} (${formatRupiah(one.amount)})`).join(', '),
      band: highestBelow(total, bands),
      signatures: passed.map(wordsOf).join(', '),
    },
  });
}

function countedOf(
  { settings, submittedOn, today }: RequestUnderControl,
  sibling: SiblingUnderControl,
): Rupiah {
  const days = [submittedOn ?? today, sibling.submittedOn].sort();
  const [first, last] = [days[0] ?? today, days[1] ?? today];
  const isNear = daysInclusive(first, last) - 1 <= settings.thresholds.splitDays;
  return isNear ? sibling.gross : sibling.shared;
}

function isAsked(
  own: readonly RequiredSignature[],
  { step, function: name, signers }: RequiredSignature,
): boolean {
  return own.some(
    (one) => one.step === step && functionKey(one.function) === functionKey(name) && one.signers >= signers,
  );
}

function highestBelow(total: Rupiah, bands: RequestUnderControl['bands']): Rupiah {
  return bands.reduce((most, { from }) => (from <= total && from > most ? from : most), 0n);
}

function wordsOf({ step, function: name, signers }: RequiredSignature): string {
  const people = signers === 1 ? '' : ` (${String(signers)} orang)`;
  return `${name}${people} sebelum langkah ${stepNames[stateAfter[step]]}`;
}

import { raise, type Finding } from './finding.js';
import type { RequestUnderControl } from './request-under-control.js';

/** C13: every payment has the number of its request and leaves by a kas account of the payer. */
export function controlBooks(request: RequestUnderControl): Finding[] {
  const { number, payer } = request;
  const missing = [
    ...(number.trim() === '' ? ['nomor SPP'] : []),
    ...(payer.cashAccount === null || payer.cashAccount.trim() === '' ? [`rekening kas ${payer.name}`] : []),
  ];
  if (missing.length === 0) return [];
  return raise(request, 'control.off-the-books', { evidence: { number, what: missing.join(' dan ') } });
}

import { stepNames } from '../payment/request-state.js';
import { formatRupiah } from '../shared/rupiah.js';
import { stateAfter, type ApprovalBandSet } from './approval-bands.js';

/** What one version says that the other does not, a line each, the earlier version's with `-`. */
export function diffApprovalBands(before: ApprovalBandSet, after: ApprovalBandSet): string[] {
  const [old, now] = [linesOfBands(before), linesOfBands(after)];
  return [
    ...old.filter((line) => !now.includes(line)).map((line) => `- ${line}`),
    ...now.filter((line) => !old.includes(line)).map((line) => `+ ${line}`),
  ];
}

/** The bands as sentences for people, lowest first. */
export function linesOfBands({ bands }: Pick<ApprovalBandSet, 'bands'>): string[] {
  return bands.flatMap(({ from, signatures }) =>
    signatures.map(({ function: name, step, signers }) => {
      const people = signers === 1 ? '' : ` (${String(signers)} orang)`;
      return `mulai ${formatRupiah(from)}: ${name}${people} sebelum langkah ${stepNames[stateAfter[step]]}`;
    }),
  );
}

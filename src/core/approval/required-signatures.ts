import type { Rupiah } from '../shared/rupiah.js';
import { functionKey, type ApprovalBandSet, type RequiredSignature } from './approval-bands.js';

/**
 * What a gross asks for under several sets of bands together: a narrower scope adds to a wider one and takes nothing
 * from it. A higher amount never asks for less, because every band at or below it counts.
 */
export function requiredSignatures(
  sets: readonly Pick<ApprovalBandSet, 'bands'>[],
  gross: Rupiah,
): RequiredSignature[] {
  const reached = sets.flatMap(({ bands }) => bands.filter(({ from }) => from <= gross));
  const required = new Map<string, RequiredSignature>();
  for (const signature of reached.flatMap(({ signatures }) => signatures)) {
    const key = `${signature.step} ${functionKey(signature.function)}`;
    const before = required.get(key);
    if (before === undefined || before.signers < signature.signers) required.set(key, signature);
  }
  return [...required.entries()].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, value]) => value);
}

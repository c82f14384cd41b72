import type { Sha256 } from './chain-hash.js';
import { balanceHashOf, encodeProof, type InclusionProof } from './inclusion-proof.js';
import { proofText, QR_CHARACTERS_MAX } from './proof-text.js';

/**
 * The text of a proof, with the names of its accounts where one QR code still holds it, else with the hash that
 * seals them: then the names are to be looked up in an audit pack. A proof that carries the chain behind its
 * batch is for a file, and keeps them.
 */
export function fittingProofText(proof: InclusionProof, sha256: Sha256): string {
  const whole = proofText(encodeProof(proof));
  if (whole.length <= QR_CHARACTERS_MAX || proof.links.length > 0) return whole;
  return proofText(encodeProof({ ...proof, balance: { hash: balanceHashOf(proof.balance, sha256) } }));
}

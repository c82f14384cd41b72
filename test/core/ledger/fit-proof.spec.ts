import fc from 'fast-check';
import { decodeProof } from '../../../src/core/ledger/decode-proof.js';
import { fittingProofText } from '../../../src/core/ledger/fit-proof.js';
import {
  encodeProof,
  MEMO_BYTES_MAX,
  type InclusionProof,
} from '../../../src/core/ledger/inclusion-proof.js';
import { siblingCounts } from '../../../src/core/ledger/merkle-path.js';
import { proofText, QR_CHARACTERS_MAX, readProofText } from '../../../src/core/ledger/proof-text.js';
import { sha256 } from '../../../src/platform/sha256.js';
import { aProvenEntry } from '../../support/inclusion-proofs.js';

/** The proof of an entry of a batch so large, without computing the batch: only its size is asked for. */
function proofInTree(entryCount: number, index: number, memo: string, accountCount = 2): InclusionProof {
  const { proof } = aProvenEntry({ memo, accountCount });
  const siblings = siblingCounts(entryCount, index).reduce((sum, count) => sum + count, 0);
  return {
    ...proof,
    header: { ...proof.header, entryCount },
    entry: { ...proof.entry, sequence: index + 1 },
    path: Array.from({ length: siblings }, (_, place) => sha256(String(place))),
  };
}

const memo = 'Pembayaran honor SPP-2026-13.10.04.2001-0001';

describe('fittingProofText', () => {
  it('fits one QR code for any entry of any batch of up to 1.5 million', () => {
    const size = fc.integer({ min: 1, max: 1_500_000 });
    const place = size.chain((entryCount) => fc.tuple(fc.constant(entryCount), fc.nat(entryCount - 1)));
    fc.assert(
      fc.property(place, ([entryCount, index]) => {
        const text = fittingProofText(proofInTree(entryCount, index, memo), sha256);
        expect(text.length).toBeLessThanOrEqual(QR_CHARACTERS_MAX);
      }),
    );
  });

  it('still fits at 1.5 million with a memo of 156 bytes, and no longer with one of 157', () => {
    const lengthWith = (bytes: number) =>
      fittingProofText(proofInTree(1_500_000, 0, 'x'.repeat(bytes)), sha256).length;
    expect(lengthWith(156)).toBeLessThanOrEqual(QR_CHARACTERS_MAX);
    expect(lengthWith(157)).toBeGreaterThan(QR_CHARACTERS_MAX);
  });

  it('names the accounts where there is room, and gives their seal where there is not', () => {
    const roomy = decodeProof(readProofText(fittingProofText(proofInTree(1315, 700, memo, 20), sha256)));
    expect(roomy.balance).toHaveProperty('accounts.0.name', 'A:Assets:Cash:13-10-04-2001');
    const full = decodeProof(readProofText(fittingProofText(proofInTree(1_500_000, 0, memo, 40), sha256)));
    expect(full.balance).toHaveProperty('hash');
  });

  it('keeps everything where it carries the chain: that is for a file', () => {
    const long = { ...proofInTree(1_500_000, 0, 'x'.repeat(MEMO_BYTES_MAX)), links: [new Uint8Array(201)] };
    expect(fittingProofText(long, sha256)).toBe(proofText(encodeProof(long)));
  });
});

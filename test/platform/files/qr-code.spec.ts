import { computeProof } from '../../../src/core/ledger/check-proof.js';
import { decodeProof } from '../../../src/core/ledger/decode-proof.js';
import { fittingProofText } from '../../../src/core/ledger/fit-proof.js';
import { readProofText } from '../../../src/core/ledger/proof-text.js';
import { qrCode, qrSvg } from '../../../src/platform/files/qr-code.js';
import { sha256 } from '../../../src/platform/sha256.js';
import { aProvenEntry } from '../../support/inclusion-proofs.js';
import { modulesOfSvg, scanned } from '../../support/qr-picture.js';

describe('qrCode', () => {
  it.each([
    ['one entry', { entryCount: 1 }, 579, 13],
    ['a nagari of 25 kader', { entryCount: 25, index: 12 }, 1347, 21],
    ['all 1,315 kader of the kabupaten', { entryCount: 1315, index: 700 }, 2259, 29],
    ['the worst place among 1.5 million entries', { entryCount: 1_500_000, index: 777_777 }, 4227, 40],
  ])('of %s is read back from its picture, and proves', (_, shape, characters, version) => {
    const { proof, batchHash } = aProvenEntry(shape);
    const text = fittingProofText(proof, sha256);
    const code = qrCode(text);
    expect({ characters: text.length, version: code.version }).toEqual({ characters, version });
    const drawn = modulesOfSvg(qrSvg(code));
    expect(drawn).toEqual(code.rows);
    const read = scanned(drawn) ?? '';
    expect(read).toBe(text);
    expect(computeProof(decodeProof(readProofText(read)), sha256)[0]?.hash).toEqual(batchHash);
  });

  it('refuses what it cannot hold', () => {
    expect(() => qrCode('A'.repeat(4297))).toThrow();
    expect(() => qrCode('lower case')).toThrow();
    expect(qrCode('A'.repeat(4296)).version).toBe(40);
  });
});

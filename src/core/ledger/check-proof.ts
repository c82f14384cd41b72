import { DomainError } from '../shared/domain-error.js';
import { ByteWriter } from './byte-writer.js';
import { leafHash, type ChainPlace, type Sha256 } from './chain-hash.js';
import { balanceHashOf, headerBytes, type InclusionProof } from './inclusion-proof.js';
import { rootOfPath } from './merkle-path.js';
import { sameBytes } from './verify-batch.js';

/**
 * The places of the chain that a proof leads to: first that of the batch, then those of the batches behind it
 * that it carries. They prove nothing until one of them is a hash that is trusted for another reason.
 */
export function computeProof(proof: InclusionProof, sha256: Sha256): readonly ChainPlace[] {
  const { header, entry, path } = proof;
  const leaf = leafHash({ ...entry, batchId: header.id, kind: header.kind }, sha256);
  const place = { leafCount: header.entryCount, index: entry.sequence - 1 };
  const root = rootOfPath(leaf, place, path, sha256);
  const writer = batchWriter().raw(headerBytes(header)).raw(balanceHashOf(proof.balance, sha256)).raw(root);
  let last: ChainPlace = { position: header.position, hash: sha256(writer.bytes()) };
  const places = [last];
  for (const link of proof.links) {
    const position = last.position + 1n;
    last = { position, hash: sha256(batchWriter().raw(last.hash).int8(position).raw(link).bytes()) };
    places.push(last);
  }
  return places;
}

/** Why an anchor does not prove what leads to these places; undefined when it does. */
export function anchorProblem(
  places: readonly ChainPlace[],
  anchor: Uint8Array | undefined,
): DomainError | undefined {
  if (anchor === undefined) return new DomainError('invalid', 'proof.anchor-missing', {});
  if (places.some(({ hash }) => sameBytes(hash, anchor))) return undefined;
  const [batch] = places;
  const facts = { hash: hexOf(batch?.hash ?? new Uint8Array()), position: String(batch?.position ?? 0n) };
  return new DomainError('conflict', 'proof.anchor-differs', facts);
}

/** Lower-case hex, as hashes are printed. */
export function hexOf(bytes: Uint8Array): string {
  return [...bytes].map((octet) => octet.toString(16).padStart(2, '0')).join('');
}

function batchWriter(): ByteWriter {
  return new ByteWriter().raw(Uint8Array.of(0x03, 0x01));
}

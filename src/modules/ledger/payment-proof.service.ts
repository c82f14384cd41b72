import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { ChainPlace, SealedBatch } from '../../core/ledger/chain-hash.js';
import { computeProof } from '../../core/ledger/check-proof.js';
import { fittingProofText } from '../../core/ledger/fit-proof.js';
import {
  chainLink,
  type InclusionProof,
  type NamedTotals,
  type ProofHeader,
} from '../../core/ledger/inclusion-proof.js';
import { merklePath, siblingCounts } from '../../core/ledger/merkle-path.js';
import { sameBytes } from '../../core/ledger/verify-batch.js';
import { DomainError } from '../../core/shared/domain-error.js';
import { sha256 } from '../../platform/sha256.js';
import { PaymentProofRepository, type EntryPlace } from './payment-proof.repository.js';

export interface PaymentProof extends EntryPlace {
  /** As it is shown, sent, or drawn as a QR code. */
  readonly text: string;
  readonly batchHash: Uint8Array;
  /** The last place that the proof leads to: its batch, or with `untilHead` the head of the chain. */
  readonly reaches: ChainPlace;
}

@Injectable()
export class PaymentProofService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly repository: PaymentProofRepository,
  ) {}

  /**
   * Where the payment of a kader by a request stands in the ledger.
   *
   * @throws DomainError `proof.payment-unknown`
   */
  async placeOfPayment(payment: { kader: string; request: string }): Promise<EntryPlace> {
    const place = await this.repository.paymentPlace(this.dataSource, payment);
    if (place !== undefined) return place;
    const kader = payment.kader.length === 16 ? `dengan NIK itu` : payment.kader;
    throw new DomainError('missing', 'proof.payment-unknown', { kader, request: payment.request });
  }

  /**
   * Proves one entry. Everything is computed anew from what is stored, so nothing is proven that
   * `ledger verify` would not find right on the way from the entry to the hash.
   *
   * @param untilHead carries the batches behind it too, to be checked with any later head of the chain
   * @throws DomainError `proof.batch-unsealed`, `proof.entry-unknown`, `proof.batch-differs`,
   *   `proof.chain-differs`, `proof.memo-too-long`
   */
  async prove(place: EntryPlace, { untilHead = false } = {}): Promise<PaymentProof> {
    const batch = await this.repository.batch(this.dataSource, place.batchId);
    if (batch === undefined)
      throw new DomainError('missing', 'proof.batch-unsealed', { batch: place.batchId });
    const later = untilHead ? await this.repository.batchesAfter(this.dataSource, batch.position) : [];
    const links = later.map((next) => chainLink(headerOf(next), next.balanceHash, next.root));
    const proof = { ...(await this.proofWithin(batch, place)), links };
    const places = placesOf(proof, batch);
    const [own, reaches] = [places[0], places.at(-1)];
    if (own === undefined || reaches === undefined || !sameBytes(own.hash, batch.hash)) throw differs(batch);
    if (later.some(({ hash }, index) => !sameBytes(hash, places[index + 1]?.hash ?? own.hash))) {
      throw new DomainError('conflict', 'proof.chain-differs', { batch: batch.id });
    }
    return { ...place, text: fittingProofText(proof, sha256), batchHash: own.hash, reaches };
  }

  private async proofWithin(batch: SealedBatch, place: EntryPlace): Promise<InclusionProof> {
    const entry = await this.repository.entry(this.dataSource, place);
    if (entry === undefined)
      throw new DomainError('missing', 'proof.entry-unknown', { ...place, batch: batch.id });
    const siblings = await this.repository.leafSiblings(this.dataSource, place);
    const nodes = await this.repository.lowestNodes(this.dataSource, batch.id);
    const index = place.sequence - 1;
    const path = [...siblings, ...merklePath(nodes, Math.floor(index / 16), sha256)];
    const isInTree = index < batch.entryCount;
    const expected = isInTree
      ? siblingCounts(batch.entryCount, index).reduce((sum, count) => sum + count, 0)
      : -1;
    if (path.length !== expected || entry.kind !== batch.kind) {
      throw differs(batch);
    }
    const used = new Set(entry.accounts);
    const totals = await this.repository.totals(this.dataSource, batch.id);
    const accounts = totals.map((row) => (used.has(row.accountId) ? row : withoutName(row)));
    return { header: headerOf(batch), entry, balance: { accounts }, path, links: [] };
  }
}

// Whoever writes past the constraints can store what no hash can be made of: that is no crash of ours.
function placesOf(proof: InclusionProof, batch: SealedBatch): readonly ChainPlace[] {
  try {
    return computeProof(proof, sha256);
  } catch (error) {
    if (error instanceof TypeError || error instanceof RangeError) throw differs(batch);
    throw error;
  }
}

function differs(batch: SealedBatch): DomainError {
  return new DomainError('conflict', 'proof.batch-differs', { batch: batch.id });
}

function headerOf(batch: SealedBatch): ProofHeader {
  return { ...batch, keyHash: sha256(batch.idempotencyKey), actorHash: sha256(batch.actor) };
}

function withoutName(totals: NamedTotals & { name: string }): NamedTotals {
  return { ...totals, name: sha256(totals.name) };
}

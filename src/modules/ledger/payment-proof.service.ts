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
import { CurrentActor } from '../../platform/session/current-actor.js';
import { sha256 } from '../../platform/sha256.js';
import { AccessService } from '../access/access.service.js';
import { PaymentProofRepository, type EntryPlace } from './payment-proof.repository.js';

export interface PaymentProof extends EntryPlace {
  /** As it is shown, sent, or drawn as a QR code. */
  readonly text: string;
  readonly batchHash: Uint8Array;
  /** The last place that the proof leads to: its batch, or with `untilHead` the head of the chain. */
  readonly reaches: ChainPlace;
}

/** Of a kader (NIK of 16 digits, or number), by the number of a request. */
interface Payment {
  readonly kader: string;
  readonly request: string;
}

interface ProofWish {
  readonly untilHead?: boolean;
}

@Injectable()
export class PaymentProofService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly repository: PaymentProofRepository,
    private readonly access: AccessService,
    private readonly current: CurrentActor,
  ) {}

  /**
   * Proves the payment of a kader by a request; as `prove`. A proof is made of the whole chain, and is of what whoever
   * asks sees.
   *
   * @throws DomainError `proof.payment-unknown`
   */
  async proveOfPayment(payment: Payment, wish: ProofWish = {}): Promise<PaymentProof> {
    return this.proofOf(await this.placeOfPayment(payment), wish);
  }

  /** Where it stands in the ledger. @throws DomainError `proof.payment-unknown` */
  async placeOfPayment(payment: Payment): Promise<EntryPlace> {
    this.access.requireReading('ledger.prove');
    const place = await this.current.look('ledger.prove', () =>
      this.repository.paymentPlace(this.dataSource, payment),
    );
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
  async prove(place: EntryPlace, wish: ProofWish = {}): Promise<PaymentProof> {
    this.access.requireReading('ledger.prove-entry');
    await this.requireBatch(place.batchId);
    await this.current.look('ledger.prove-entry', () => this.requireEntry(place));
    return this.proofOf(place, wish);
  }

  private async proofOf(place: EntryPlace, { untilHead = false }: ProofWish): Promise<PaymentProof> {
    const batch = await this.requireBatch(place.batchId);
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

  private async requireBatch(id: number): Promise<SealedBatch> {
    const batch = await this.repository.batch(this.dataSource, id);
    if (batch === undefined) throw new DomainError('missing', 'proof.batch-unsealed', { batch: id });
    return batch;
  }

  private async requireEntry(place: EntryPlace) {
    const entry = await this.repository.entry(this.dataSource, place);
    if (entry !== undefined) return entry;
    throw new DomainError('missing', 'proof.entry-unknown', { ...place, batch: place.batchId });
  }

  private async proofWithin(batch: SealedBatch, place: EntryPlace): Promise<InclusionProof> {
    const entry = await this.requireEntry(place);
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

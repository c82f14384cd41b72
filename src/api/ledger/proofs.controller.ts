import { Controller, Get, Query, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { QR_CHARACTERS_MAX } from '../../core/ledger/proof-text.js';
import { DomainError } from '../../core/shared/domain-error.js';
import { PaymentProofService, type PaymentProof } from '../../modules/ledger/payment-proof.service.js';
import { PaymentRequestsService } from '../../modules/payment-requests/payment-requests.service.js';
import { qrCode, qrSvg } from '../../platform/files/qr-code.js';
import { CurrentActor } from '../../platform/session/current-actor.js';
import { AnswersFile, download } from '../../web/download.js';
import { Reads } from '../../web/operation.decorator.js';
import { NumberInPath } from '../../web/path-fields.js';
import { ProofAnswer, ProofWish } from './ledger.dto.js';

const SVG = 'image/svg+xml';

/** Proofs that a payment is in the books, which anybody can check without them. */
@ApiTags('Buku besar')
@Controller('ledger')
export class ProofsController {
  constructor(
    private readonly proofs: PaymentProofService,
    private readonly requests: PaymentRequestsService,
    private readonly current: CurrentActor,
  ) {}

  @Get('payment-proof')
  @Reads('ledger.prove')
  @ApiOperation({ summary: 'Bukti bahwa satu pembayaran ada dalam buku' })
  @AnswersFile([SVG], ProofAnswer)
  async ofPayment(
    @Query() { kader, request: id, untilHead = false, as }: ProofWish,
  ): Promise<ProofAnswer | StreamableFile> {
    const { number: request } = await this.current.look('request.read', () => this.requests.byId(id));
    const proof = await this.proofs.proveOfPayment({ kader: String(kader), request }, { untilHead });
    return as === undefined ? proofAnswer(proof) : pictureOf(proof);
  }

  @Get('entries/:batch/:sequence/proof')
  @Reads('ledger.prove-entry')
  @ApiOperation({ summary: 'Bukti bahwa satu jurnal ada dalam buku' })
  @ApiOkResponse({ type: ProofAnswer })
  async ofEntry(
    @NumberInPath('batch') batchId: number,
    @NumberInPath('sequence') sequence: number,
  ): Promise<ProofAnswer> {
    return proofAnswer(await this.proofs.prove({ batchId, sequence }));
  }
}

function proofAnswer({ text, batchId: batch, sequence, batchHash, reaches }: PaymentProof): ProofAnswer {
  const end = { position: String(reaches.position), hash: hexOf(reaches.hash) };
  return { text, batch, sequence, batchHash: hexOf(batchHash), reaches: end };
}

function pictureOf({ text }: PaymentProof): StreamableFile {
  if (text.length > QR_CHARACTERS_MAX) {
    throw new DomainError('invalid', 'proof.too-long', { characters: text.length, max: QR_CHARACTERS_MAX });
  }
  return download({ type: SVG, name: 'bukti.svg' }, Buffer.from(qrSvg(qrCode(text))));
}

function hexOf(hash: Uint8Array): string {
  return Buffer.from(hash).toString('hex');
}

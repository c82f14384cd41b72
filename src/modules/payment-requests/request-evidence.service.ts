import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { awaitedSignatures, type AwaitedSignature } from '../../core/approval/missing-signatures.js';
import { requiredSignatures } from '../../core/approval/required-signatures.js';
import type { PlainDate } from '../../core/shared/plain-date.js';
import { Clock } from '../../platform/clock.js';
import { today } from '../../platform/today.js';
import { ApprovalBandsService, type BandVersion } from '../approvals/approval-bands.service.js';
import { ControlsService, type StoredFinding } from '../controls/controls.service.js';
import type { PaymentRequestRow } from './payment-request.row.js';
import { RequestSignatures } from './request-signatures.js';
import { RequestSignaturesRepository, type ShownCountersignature } from './request-signatures.repository.js';

/** A version of approval bands, by what it is known. */
interface AppliedBands extends Pick<BandVersion, 'version'> {
  readonly scope: string;
  readonly name: string;
  readonly legalBasis: BandVersion['set']['legalBasis'];
}

/** Who must sign a request beside the four, and who did. */
export interface RequestSigning {
  /** False in a draft: what would be asked for if it were submitted today. */
  readonly isFrozen: boolean;
  /** Null in a request that was submitted before there were bands. */
  readonly appliedOn: PlainDate | null;
  /** None: the four different people are enough. */
  readonly bands: readonly AppliedBands[];
  readonly awaited: readonly AwaitedSignature[];
  /** A fingerprint of what was submitted; null in a draft. */
  readonly contentSha256: string | null;
  /** All, also of earlier submissions. */
  readonly countersignatures: readonly ShownCountersignature[];
}

/** What the last run of the controls found, with the last answer, as people read it. */
export type ShownFinding = Omit<
  StoredFinding,
  'findingId' | 'answerId' | 'answeredById' | 'requestId' | 'request'
>;

export interface RequestEvidence {
  readonly signing: RequestSigning;
  readonly findings: readonly ShownFinding[];
}

/** What a request can show for itself beside its steps: signatures and findings. */
@Injectable()
export class RequestEvidenceService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly repository: RequestSignaturesRepository,
    private readonly signatures: RequestSignatures,
    private readonly bands: ApprovalBandsService,
    private readonly controls: ControlsService,
    private readonly clock: Clock,
  ) {}

  async of(request: PaymentRequestRow): Promise<RequestEvidence> {
    const countersignatures = await this.repository.countersignatures(this.dataSource, request.id);
    const isOpen = request.state === 'draft' || request.state === 'cancelled';
    const signing = isOpen ? await this.wouldBe(request) : await this.asSubmitted(request);
    const found = await this.controls.list(request.number);
    return { signing: { ...signing, countersignatures }, findings: found.map(shownOf) };
  }

  private async asSubmitted(request: PaymentRequestRow): Promise<Omit<RequestSigning, 'countersignatures'>> {
    const frozen = await this.repository.frozen(this.dataSource, request);
    const bands = await this.bands.byIds(this.dataSource, frozen?.bandSetIds ?? []);
    return {
      isFrozen: true,
      appliedOn: frozen?.appliedOn ?? null,
      bands: bands.map(appliedOf),
      awaited: await this.signatures.awaited(this.dataSource, request),
      contentSha256: frozen?.contentSha256 ?? null,
    };
  }

  private async wouldBe(request: PaymentRequestRow): Promise<Omit<RequestSigning, 'countersignatures'>> {
    const appliedOn = today(this.clock);
    const versions = await this.bands.inForce(this.dataSource, request.payingBodyId, appliedOn);
    const required = requiredSignatures(
      versions.map(({ set }) => set),
      request.gross,
    );
    const awaited = awaitedSignatures(required, []);
    return { isFrozen: false, appliedOn, bands: versions.map(appliedOf), awaited, contentSha256: null };
  }
}

function appliedOf({ version, set }: BandVersion): AppliedBands {
  const { scope, name, legalBasis } = set;
  return { scope, version, name, legalBasis };
}

function shownOf(found: StoredFinding): ShownFinding {
  const { finding, control, code, severity, sentence, evidence } = found;
  const { answer, answeredBy, answeredAt, acceptedBy, acceptedAt } = found;
  return {
    finding,
    control,
    code,
    severity,
    sentence,
    evidence,
    answer,
    answeredBy,
    answeredAt,
    acceptedBy,
    acceptedAt,
  };
}

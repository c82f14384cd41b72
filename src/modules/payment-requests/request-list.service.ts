import { Injectable } from '@nestjs/common';
import { DataSource, In, LessThan, type FindManyOptions } from 'typeorm';
import { stepAfter } from '../../core/approval/approval-bands.js';
import {
  awaitedSignatures,
  missingFor,
  type AwaitedSignature,
} from '../../core/approval/missing-signatures.js';
import type { RequestTurn } from '../../core/payment/own-step.js';
import type { RequestState } from '../../core/payment/request-state.js';
import { DomainError } from '../../core/shared/domain-error.js';
import { FundingSourcesService } from '../funding-sources/funding-sources.service.js';
import { PaymentRequestRow } from './payment-request.row.js';
import { RequestTurnsRepository } from './request-turns.repository.js';

/** A request with what says whose turn it is. */
export interface ListedRequest extends RequestTurn {
  readonly request: PaymentRequestRow;
  readonly payerName: string;
}

// A request is in somebody's hands until the money went.
const WAITING: readonly RequestState[] = ['draft', 'submitted', 'verified', 'approved'];

/** Requests as people look for them: who pays, and who is next. */
@Injectable()
export class RequestListService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly funding: FundingSourcesService,
    private readonly turns: RequestTurnsRepository,
  ) {}

  /** The newest first, those before a number onwards. */
  newest({ before, limit }: { before?: number | undefined; limit: number }): Promise<ListedRequest[]> {
    const where = before === undefined ? {} : { id: LessThan(before) };
    return this.find({ where, order: { id: 'DESC' }, take: limit });
  }

  /** Those that wait for a step, the oldest first. */
  waiting(): Promise<ListedRequest[]> {
    return this.find({ where: { state: In([...WAITING]) }, order: { id: 'ASC' } });
  }

  /** @throws DomainError `payment.request-unknown` */
  async one(id: number): Promise<ListedRequest> {
    const [listed] = await this.find({ where: { id } });
    if (listed !== undefined) return listed;
    throw new DomainError('missing', 'payment.request-unknown', { request: id });
  }

  private async find(wish: FindManyOptions<PaymentRequestRow>): Promise<ListedRequest[]> {
    const requests = await this.dataSource.getRepository(PaymentRequestRow).find(wish);
    const bodies = await this.funding.payingBodiesById(requests.map(({ payingBodyId }) => payingBodyId));
    const turnOf = await this.turnsOf(requests);
    return requests.flatMap((request) => {
      const body = bodies.get(request.payingBodyId);
      if (body === undefined) return [];
      const payer = { kind: 'payer', code: body.code, regionCode: body.regionCode } as const;
      return [{ request, state: request.state, payer, payerName: body.name, ...turnOf(request) }];
    });
  }

  private async turnsOf(
    requests: readonly PaymentRequestRow[],
  ): Promise<(request: PaymentRequestRow) => Pick<RequestTurn, 'handIds' | 'missing'>> {
    const ids = requests.map(({ id }) => id);
    const hands = await this.turns.hands(this.dataSource, ids);
    const required = await this.turns.required(this.dataSource, ids);
    const given = await this.turns.given(this.dataSource, ids);
    return ({ id, state, preparedBy }) => {
      const isOwn = ({ requestId }: { readonly requestId: number }) => requestId === id;
      const awaited = awaitedSignatures(required.filter(isOwn), given.filter(isOwn));
      const handIds = [...new Set([preparedBy, ...hands.filter(isOwn).map(({ userId }) => userId)])];
      return { handIds, missing: missingNow(state, awaited) };
    };
  }
}

function missingNow(state: RequestState, awaited: readonly AwaitedSignature[]): AwaitedSignature[] {
  const step = stepAfter(state);
  return step === undefined ? [] : missingFor(step, awaited);
}

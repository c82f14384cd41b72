import { Injectable } from '@nestjs/common';
import { DataSource, In, LessThan, type FindManyOptions } from 'typeorm';
import type { RequestTurn } from '../../core/payment/own-step.js';
import type { RequestState } from '../../core/payment/request-state.js';
import { DomainError } from '../../core/shared/domain-error.js';
import { FundingSourcesService } from '../funding-sources/funding-sources.service.js';
import { PaymentRequestRow } from './payment-request.row.js';

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
    return requests.flatMap((request) => {
      const body = bodies.get(request.payingBodyId);
      if (body === undefined) return [];
      const { preparedBy, verifiedBy, approvedBy } = request;
      const handIds = [preparedBy, verifiedBy, approvedBy].filter((id) => id !== null);
      const payer = { kind: 'payer', code: body.code, regionCode: body.regionCode } as const;
      return [{ request, state: request.state, payer, payerName: body.name, handIds }];
    });
  }
}

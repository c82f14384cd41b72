import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { monthsPhrase } from '../../core/formats/months-phrase.js';
import { payableSet, type PayableSet } from '../../core/payment/payee.js';
import { assertTransition } from '../../core/payment/request-state.js';
import { DomainError } from '../../core/shared/domain-error.js';
import { sumRupiah } from '../../core/shared/rupiah.js';
import { fiscalYearOf, type ServiceMonth } from '../../core/shared/service-month.js';
import { Clock } from '../../platform/clock.js';
import { lockFor } from '../../platform/database/lock-for.js';
import { today } from '../../platform/today.js';
import type { Tx } from '../../platform/database/transaction.js';
import { FundingSourcesService, type PayingBody } from '../funding-sources/funding-sources.service.js';
import type { User } from '../users/users.service.js';
import { PaymentRequestRow } from './payment-request.row.js';
import { PaymentRequestsRepository } from './payment-requests.repository.js';

export interface DraftCommand {
  readonly payer: string;
  readonly months: readonly ServiceMonth[];
  /** A number of the office's own; one is made when it is not given. An existing draft is composed anew. */
  readonly number?: string;
  readonly by: User;
}

export interface DraftReport {
  readonly request: PaymentRequestRow;
  readonly payer: PayingBody;
  readonly heldOut: PayableSet['heldOut'];
}

@Injectable()
export class PaymentRequestsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly repository: PaymentRequestsRepository,
    private readonly funding: FundingSourcesService,
    private readonly clock: Clock,
  ) {}

  /**
   * Puts everything a paying body owes for these months, and that no other request holds, into a draft.
   * Somebody who cannot be paid now is held out and named.
   *
   * @throws DomainError when the payer is unknown, nothing is payable, or the number is beyond its draft
   */
  draft(command: DraftCommand): Promise<DraftReport> {
    return this.dataSource.transaction((tx) => this.draftWithin(tx, command));
  }

  list(): Promise<PaymentRequestRow[]> {
    return this.dataSource.getRepository(PaymentRequestRow).find({ order: { id: 'ASC' } });
  }

  /** @throws DomainError `payment.request-unknown` */
  async byNumber(number: string): Promise<PaymentRequestRow> {
    const request = await this.dataSource.getRepository(PaymentRequestRow).findOneBy({ number });
    if (request === null) throw new DomainError('missing', 'payment.request-unknown', { request: number });
    return request;
  }

  private async draftWithin(tx: Tx, { payer, months, number, by }: DraftCommand): Promise<DraftReport> {
    const body = await this.funding.payingBody(tx, payer);
    if (body === undefined) throw new DomainError('missing', 'payment.payer-unknown', { payer });
    const earlier = number === undefined ? null : await this.earlierDraft(tx, number);
    if (earlier !== null) await this.empty(tx, earlier, body);
    const owed = await this.repository.owedBy(tx, body.id, months);
    const payees = await this.repository.payees(tx, [...new Set(owed.map((share) => share.kaderId))]);
    const { payable, heldOut } = payableSet(owed, payees);
    if (payable.length === 0) {
      throw new DomainError('missing', 'payment.nothing-payable', {
        payer: body.name,
        months: monthsPhrase(months),
      });
    }
    const gross = sumRupiah(payable.map((kader) => kader.total));
    const content = {
      months: [...months],
      kaderCount: payable.length,
      gross,
      deductions: 0n,
      net: gross,
      preparedBy: by.id,
    };
    const id = earlier?.id ?? (await this.insert(tx, body, number, content));
    if (earlier !== null) await this.repository.updateRequest(tx, id, content);
    await this.repository.holdEntitlements(
      tx,
      id,
      payable.flatMap((kader) => kader.entitlementIds),
    );
    const request = await tx.findOneByOrFail(PaymentRequestRow, { id });
    return { request, payer: body, heldOut };
  }

  // Two drafts of the same new number wait for each other: the second composes the first anew.
  private async earlierDraft(tx: Tx, number: string): Promise<PaymentRequestRow | null> {
    await lockFor(tx, `payment-request/${number}`);
    return this.repository.lockByNumber(tx, number);
  }

  private async empty(tx: Tx, draft: PaymentRequestRow, body: PayingBody): Promise<void> {
    if (draft.payingBodyId !== body.id) {
      throw new DomainError('conflict', 'payment.number-exists', { number: draft.number });
    }
    // Composing anew is the way back into a draft: only a draft can take it.
    if (draft.state !== 'draft') assertTransition(draft.number, draft.state, 'submitted');
    await this.repository.letEntitlementsGo(tx, draft.id);
  }

  private async insert(
    tx: Tx,
    body: PayingBody,
    number: string | undefined,
    content: Pick<PaymentRequestRow, 'months' | 'kaderCount' | 'gross' | 'deductions' | 'net' | 'preparedBy'>,
  ): Promise<number> {
    const own = number ?? (await this.nextNumber(tx, body, content.months));
    const inserted = await tx.insert(PaymentRequestRow, {
      ...content,
      number: own,
      payingBodyId: body.id,
      state: 'draft',
      submission: 0,
      createdAt: this.clock.now(),
    });
    return (inserted.identifiers[0] as { id: number }).id;
  }

  // The paying body is locked by now, so two drafts cannot count to the same number.
  private async nextNumber(tx: Tx, body: PayingBody, months: readonly ServiceMonth[]): Promise<string> {
    await tx.query('select 1 from paying_body where id = $1 for update', [body.id]);
    const count = await tx.countBy(PaymentRequestRow, { payingBodyId: body.id });
    const last = months.at(-1);
    const year = last === undefined ? today(this.clock).slice(0, 4) : String(fiscalYearOf(last));
    const numberOf = (count: number) => `${String(count).padStart(4, '0')}/SPP-HONOR/${body.code}/${year}`;
    let next = count + 1;
    // An office may have given such a number itself.
    while ((await this.repository.byNumber(tx, numberOf(next))) !== null) next += 1;
    return numberOf(next);
  }
}

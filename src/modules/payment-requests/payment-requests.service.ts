import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { monthsPhrase } from '../../core/formats/months-phrase.js';
import type { PayableSet } from '../../core/payment/payee.js';
import { assertTransition } from '../../core/payment/request-state.js';
import { DomainError } from '../../core/shared/domain-error.js';
import type { PlainDate } from '../../core/shared/plain-date.js';
import { refuseAny } from '../../core/shared/refusals.js';
import { sumRupiah } from '../../core/shared/rupiah.js';
import { fiscalYearOf, type ServiceMonth } from '../../core/shared/service-month.js';
import { Clock } from '../../platform/clock.js';
import { lockFor } from '../../platform/database/lock-for.js';
import { today } from '../../platform/today.js';
import type { Tx } from '../../platform/database/transaction.js';
import { AccessService } from '../access/access.service.js';
import { FundingSourcesService, type PayingBody } from '../funding-sources/funding-sources.service.js';
import type { User } from '../users/users.service.js';
import { PaymentRequestRow } from './payment-request.row.js';
import { RequestDeductions } from './request-deductions.js';
import { RequestDetailsReader, type RequestDetails } from './request-details.js';
import { RequestPayables } from './request-payables.js';
import type { NamedLeftOut, PriorYearWish, RequestDebt } from './request-scope.js';
import { PaymentRequestsRepository, type RequestFilter } from './payment-requests.repository.js';

export type { RequestDetails } from './request-details.js';
import { requirePreparer } from './require-preparer.js';

/** A payment request as it is stored. */
export type PaymentRequest = PaymentRequestRow;

export interface DraftCommand {
  readonly payer: string;
  readonly months: readonly ServiceMonth[];
  /** A number of the office's own; one is made when it is not given. An existing draft is composed anew. */
  readonly number?: string;
  /** Pay again to accounts whose last transfer came back. */
  readonly retryReturned?: boolean;
  /** Only whole months of kader that the ceilings bear, the oldest first. */
  readonly withinBudget?: boolean;
  /** Pays debt of a closed year instead, out of this line of the payer. */
  readonly priorYear?: PriorYearWish;
  readonly by: User;
}

export interface DraftReport {
  readonly request: PaymentRequestRow;
  readonly payer: PayingBody;
  readonly heldOut: PayableSet['heldOut'];
  /** Months of kader that no ceiling reached; only when the draft was to stay within them. */
  readonly leftOut: readonly NamedLeftOut[];
}

type Content = Pick<
  PaymentRequestRow,
  | 'months'
  | 'kaderCount'
  | 'gross'
  | 'deductions'
  | 'net'
  | 'deductedOn'
  | 'preparedBy'
  | 'kind'
  | 'debtSourceId'
  | 'basisNumber'
  | 'basisDate'
  | 'basisTitle'
>;

@Injectable()
export class PaymentRequestsService {
  @Inject() private readonly access!: AccessService;
  @Inject() private readonly details!: RequestDetailsReader;

  constructor(
    private readonly dataSource: DataSource,
    private readonly repository: PaymentRequestsRepository,
    private readonly payables: RequestPayables,
    private readonly deductions: RequestDeductions,
    private readonly funding: FundingSourcesService,
    private readonly clock: Clock,
  ) {}

  /**
   * Puts everything a paying body owes for these months, and that no other request holds, into a draft.
   * Somebody who cannot be paid now is held out and named. What is taken off is what the payer chose, today.
   *
   * @throws DomainError when the payer is unknown or never chose its deductions, nothing is payable, or the number
   * is beyond its draft
   */
  async draft(command: DraftCommand): Promise<DraftReport> {
    await this.access.requirePayer('request.draft', command.payer);
    return this.dataSource.transaction((tx) => this.draftWithin(tx, command));
  }

  /** Requests by their numbers of order, as many as are asked for. */
  page(filter: RequestFilter): Promise<PaymentRequestRow[]> {
    return this.repository.page(this.dataSource, filter);
  }

  list(): Promise<PaymentRequestRow[]> {
    return this.dataSource.getRepository(PaymentRequestRow).find({ order: { id: 'ASC' } });
  }

  /** A request with everybody in it and every step taken. @throws DomainError `payment.request-unknown` */
  async show(number: string): Promise<RequestDetails> {
    return this.details.of(this.dataSource, await this.byNumber(number));
  }

  /**
   * Which version of a request is there now. Everybody who may change it sees the same one, whatever else she sees:
   * ask it as somebody who acts, after the request was found by somebody who reads.
   */
  versionOf(request: PaymentRequest): Promise<string> {
    return this.details.versionOf(this.dataSource, request);
  }

  /** @throws DomainError `payment.request-unknown` */
  async byNumber(number: string): Promise<PaymentRequestRow> {
    const request = await this.dataSource.getRepository(PaymentRequestRow).findOneBy({ number });
    if (request === null) throw new DomainError('missing', 'payment.request-unknown', { request: number });
    return request;
  }

  /** @throws DomainError `payment.request-unknown` */
  async byId(id: number): Promise<PaymentRequest> {
    const request = await this.dataSource.getRepository(PaymentRequestRow).findOneBy({ id });
    if (request === null) throw new DomainError('missing', 'payment.request-unknown', { request: id });
    return request;
  }

  private async draftWithin(tx: Tx, command: DraftCommand): Promise<DraftReport> {
    const { payer, number, by } = command;
    if (number?.trim() === '') throw new DomainError('invalid', 'payment.number-blank', {});
    const body = await this.funding.payingBody(tx, payer);
    if (body === undefined) throw new DomainError('missing', 'payment.payer-unknown', { payer });
    const earlier = number === undefined ? null : await this.earlierDraft(tx, number);
    if (earlier !== null) await this.empty(tx, earlier, body, by.id);
    const on = today(this.clock);
    const debt = await this.payables.debtOf(tx, payer, command, on);
    if (earlier !== null) refuseOtherKind(earlier, debt);
    const { payable, heldOut, months, leftOut } = await this.compose(tx, body, { ...command, debt }, on);
    const content = {
      months: [...months],
      kaderCount: payable.length,
      gross: sumRupiah(payable.map((kader) => kader.total)),
      deductions: sumRupiah(payable.map((kader) => kader.withheld)),
      net: sumRupiah(payable.map((kader) => kader.net)),
      deductedOn: on,
      preparedBy: by.id,
      ...kindOf(debt),
    };
    const id = earlier?.id ?? (await this.insert(tx, body, { number, debt }, content));
    if (earlier !== null) await this.repository.updateRequest(tx, id, content);
    await this.repository.holdEntitlements(
      tx,
      id,
      payable.flatMap((kader) => kader.entitlementIds),
    );
    await this.deductions.store(tx, id, payable);
    const request = await tx.findOneByOrFail(PaymentRequestRow, { id });
    return { request, payer: body, heldOut, leftOut };
  }

  // Two drafts of the same new number wait for each other: the second composes the first anew.
  private async earlierDraft(tx: Tx, number: string): Promise<PaymentRequestRow | null> {
    await lockFor(tx, `payment-request/${number}`);
    return this.repository.lockByNumber(tx, number);
  }

  private async compose(
    tx: Tx,
    body: PayingBody,
    {
      months,
      debt,
      retryReturned = false,
      withinBudget = false,
    }: DraftCommand & { readonly debt: RequestDebt | null },
    on: PlainDate,
  ): ReturnType<RequestPayables['composed']> {
    const wish = { months, retryReturned, withinBudget, debt, on };
    const set = await this.payables.composed(tx, body, wish);
    return set.payable.length > 0 ? set : this.refuseEmpty(tx, body, months, set.heldOut);
  }

  /** Says why there is nothing to pay: everyone is held out, another request holds it, or nothing was calculated. */
  private async refuseEmpty(
    tx: Tx,
    body: PayingBody,
    months: readonly ServiceMonth[],
    heldOut: PayableSet['heldOut'],
  ): Promise<never> {
    refuseAny(heldOut.map(({ reason }) => reason));
    const facts = { payer: body.name, months: monthsPhrase(months) };
    const numbers = (await this.repository.holders(tx, body.id, months)).join(', ');
    if (numbers !== '') throw new DomainError('conflict', 'payment.held-elsewhere', { ...facts, numbers });
    throw new DomainError('missing', 'payment.nothing-payable', facts);
  }

  private async empty(tx: Tx, draft: PaymentRequestRow, body: PayingBody, by: number): Promise<void> {
    if (draft.payingBodyId !== body.id) {
      throw new DomainError('conflict', 'payment.number-exists', { number: draft.number });
    }
    // Composing anew is the way back into a draft: only a draft can take it.
    if (draft.state !== 'draft') assertTransition(draft.number, draft.state, 'submitted');
    await requirePreparer(this.repository, tx, draft, by);
    await this.repository.letEntitlementsGo(tx, draft.id);
  }

  private async insert(
    tx: Tx,
    body: PayingBody,
    { number, debt }: { readonly number: string | undefined; readonly debt: RequestDebt | null },
    content: Content,
  ): Promise<number> {
    const own = number ?? (await this.nextNumber(tx, body, content.months, debt));
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
  private async nextNumber(
    tx: Tx,
    body: PayingBody,
    months: readonly ServiceMonth[],
    debt: RequestDebt | null,
  ): Promise<string> {
    await tx.query('select 1 from paying_body where id = $1 for update', [body.id]);
    const count = await tx.countBy(PaymentRequestRow, { payingBodyId: body.id });
    const last = months.at(-1);
    const ownYear = last === undefined ? today(this.clock).slice(0, 4) : String(fiscalYearOf(last));
    const year = debt === null ? ownYear : String(debt.line.fiscalYear);
    const what = debt === null ? 'SPP-HONOR' : `SPP-UTANG-${String(debt.year)}`;
    const numberOf = (count: number) => `${String(count).padStart(4, '0')}/${what}/${body.code}/${year}`;
    let next = count + 1;
    // An office may have given such a number itself.
    while ((await this.repository.byNumber(tx, numberOf(next))) !== null) next += 1;
    return numberOf(next);
  }
}

function kindOf(
  debt: RequestDebt | null,
): Pick<Content, 'kind' | 'debtSourceId' | 'basisNumber' | 'basisDate' | 'basisTitle'> {
  if (debt === null) {
    return { kind: 'current', debtSourceId: null, basisNumber: null, basisDate: null, basisTitle: null };
  }
  const { number: basisNumber, date: basisDate, title: basisTitle } = debt.basis;
  return { kind: 'prior-year', debtSourceId: debt.line.id, basisNumber, basisDate, basisTitle };
}

/** Which budget it takes from is what a request is: composing it anew does not change it. */
function refuseOtherKind({ number, debtSourceId }: PaymentRequestRow, debt: RequestDebt | null): void {
  if (debtSourceId === (debt?.line.id ?? null)) return;
  throw new DomainError('conflict', 'payment.kind-stays', { number });
}

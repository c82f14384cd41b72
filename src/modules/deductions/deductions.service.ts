import { Injectable } from '@nestjs/common';
import { changedDeductions, type ChangedDeduction } from '../../core/deduction/compare-deductions.js';
import { deduct, type DeductedKader, type Deduction } from '../../core/deduction/deduct.js';
import {
  premiumMonths,
  type MonthsOfKader,
  type PremiumTreatments,
} from '../../core/deduction/premium-months.js';
import { factsOn } from '../../core/deduction/tax-facts.js';
import { withheldAccounts } from '../../core/deduction/withheld-accounts.js';
import type { Deducted } from '../../core/payment/payment-batch.js';
import type { DomainError } from '../../core/shared/domain-error.js';
import { groupBy } from '../../core/shared/group-by.js';
import { invariant } from '../../core/shared/invariant.js';
import type { PlainDate } from '../../core/shared/plain-date.js';
import type { Rupiah } from '../../core/shared/rupiah.js';
import type { ServiceMonth } from '../../core/shared/service-month.js';
import { lockFor } from '../../platform/database/lock-for.js';
import type { Queryable } from '../../platform/database/query-rows.js';
import type { Tx } from '../../platform/database/transaction.js';
import { FundingSourcesService, type PayingBody } from '../funding-sources/funding-sources.service.js';
import { LedgerService } from '../ledger/ledger.service.js';
import { DeductionPoliciesService } from './deduction-policies.service.js';
import {
  KaderDeductionsRepository,
  type DeductionTotal,
  type ShownDeduction,
} from './kader-deductions.repository.js';
import { PremiumMonthsRepository, type KaderMonth, type PremiumWish } from './premium-months.repository.js';
import { TaxFactsRepository } from './tax-facts.repository.js';

export type { ShownDeduction } from './kader-deductions.repository.js';

/** A kader of a request, with her honor in it and the months it is for. */
interface HonoredKader {
  readonly kaderId: number;
  readonly name: string;
  readonly nik: string;
  readonly gross: Rupiah;
  readonly months: readonly ServiceMonth[];
}

/** Whose honor is deducted, by which day's policies and facts. */
export interface DeductionWish {
  readonly payer: PayingBody;
  readonly on: PlainDate;
  /** A request composed before, whose own premiums do not stand in its way; 0 for a new one. */
  readonly requestId: number;
  readonly kader: readonly HonoredKader[];
}

/** Deductions of each kader, or why her honor is held back. */
export type DeductionOutcome = ReadonlyMap<number, DeductedKader | DomainError>;

/** What is taken off the honor of a request, and what is posted of it. */
@Injectable()
export class DeductionsService {
  constructor(
    private readonly policies: DeductionPoliciesService,
    private readonly facts: TaxFactsRepository,
    private readonly repository: KaderDeductionsRepository,
    private readonly premiums: PremiumMonthsRepository,
    private readonly funding: FundingSourcesService,
    private readonly ledger: LedgerService,
  ) {}

  /** Works the deductions out; stores nothing. @throws Refusals when the payer never chose its treatments */
  async work(tx: Tx, { payer, on, requestId, kader }: DeductionWish): Promise<DeductionOutcome> {
    const chosen = await this.policies.treatmentsOf(tx, payer, on);
    const kaderIds = kader.map((one) => one.kaderId);
    const facts = await this.facts.ofKader(tx, kaderIds);
    const months = [...new Set(kader.flatMap((one) => one.months))];
    const treatments = await this.policies.premiumsOf(tx, payer, { months, on });
    const known = await this.knownMonths(tx, payer, { kaderIds, months, treatments, requestId });
    return new Map(
      kader.map(({ months: own, ...one }) => {
        const recorded = facts.get(one.kaderId) ?? [];
        const premiums = premiumMonths(
          { months: own, facts: recorded, ...known(one.kaderId) },
          treatments,
          on,
        );
        return [one.kaderId, deduct({ ...one, premiums, facts: factsOn(recorded, on) }, chosen)];
      }),
    );
  }

  /** Freezes what was worked out with the request. */
  async store(tx: Tx, requestId: number, deductions: readonly Deduction[]): Promise<void> {
    const bodyIds = new Map<string, number>();
    for (const { borneBy } of deductions) {
      if (borneBy === null || bodyIds.has(borneBy)) continue;
      const body = await this.funding.payingBody(tx, borneBy);
      invariant(body !== undefined, `${borneBy}, which bears a premium, is a paying body`);
      bodyIds.set(borneBy, body.id);
    }
    await this.repository.insert(tx, requestId, deductions, bodyIds);
  }

  /** Whose deductions would come out otherwise than what the request was composed of. */
  async changedSince(
    tx: Tx,
    requestId: number,
    worked: readonly Deduction[],
  ): Promise<readonly ChangedDeduction[]> {
    return changedDeductions(await this.repository.ofRequest(tx, requestId), worked);
  }

  ofRequest(database: Queryable, requestId: number): Promise<ShownDeduction[]> {
    return this.repository.ofRequest(database, requestId);
  }

  /** What is posted beside the honor of each kader of a request. */
  async postingsOf(
    tx: Tx,
    requestId: number,
    cashAccountId: number,
  ): Promise<ReadonlyMap<number, readonly Deducted[]>> {
    const totals = await this.repository.totalsOf(tx, requestId);
    const accountIds = new Map<string, Pick<Deducted, 'debitAccountId' | 'creditAccountId'>>();
    for (const total of totals) {
      const key = accountsKey(total);
      if (!accountIds.has(key)) accountIds.set(key, await this.accountsOf(tx, total, cashAccountId));
    }
    const byKader = groupBy(totals, ({ kaderId }) => kaderId);
    return new Map(
      [...byKader].map(([kaderId, ofKader]) => [
        kaderId,
        ofKader.flatMap((total) => {
          const accounts = accountIds.get(accountsKey(total));
          return accounts === undefined ? [] : [{ ...accounts, amount: total.amount }];
        }),
      ]),
    );
  }

  /** What the bank returned had nothing taken off after all. */
  letGo(tx: Tx, requestId: number, kaderIds: readonly number[], at: Date): Promise<void> {
    return this.repository.letGo(tx, requestId, kaderIds, at);
  }

  /** Two requests of two bodies must not both carry the premium of one month: they wait for each other. */
  private async knownMonths(
    tx: Tx,
    payer: PayingBody,
    wish: PremiumWish & { readonly treatments: PremiumTreatments },
  ): Promise<(kaderId: number) => Pick<MonthsOfKader, 'served' | 'carried' | 'paid'>> {
    const hasPremiums = [...wish.treatments.values()].some(({ treatment }) => treatment.rule.kind !== 'none');
    if (!hasPremiums) return () => ({ served: new Set(), carried: new Set(), paid: new Set() });
    await lockFor(tx, 'premiums');
    const served = byKader(await this.premiums.served(tx, payer, wish));
    const carried = byKader(await this.premiums.carriedElsewhere(tx, wish));
    const paid = byKader(await this.premiums.paidBefore(tx, payer, wish));
    return (kaderId) => ({ served: served(kaderId), carried: carried(kaderId), paid: paid(kaderId) });
  }

  private async accountsOf(
    tx: Tx,
    { kind, payer, borneBy }: DeductionTotal,
    cashAccountId: number,
  ): Promise<Pick<Deducted, 'debitAccountId' | 'creditAccountId'>> {
    const { payable, expense } = withheldAccounts(kind, borneBy ?? payer);
    const creditAccountId = await this.ledger.ensureAccount(tx, payable, 'L');
    if (borneBy === null) return { debitAccountId: cashAccountId, creditAccountId };
    return { debitAccountId: await this.ledger.ensureAccount(tx, expense, 'X'), creditAccountId };
  }
}

function byKader(rows: readonly KaderMonth[]): (kaderId: number) => ReadonlySet<ServiceMonth> {
  const groups = groupBy(rows, ({ kaderId }) => kaderId);
  return (kaderId) => new Set((groups.get(kaderId) ?? []).map(({ month }) => month));
}

function accountsKey({ kind, borneBy }: DeductionTotal): string {
  return `${kind}/${borneBy ?? ''}`;
}

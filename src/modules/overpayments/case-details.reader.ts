import { Injectable } from '@nestjs/common';
import { maskNik } from '../../core/formats/mask.js';
import {
  overpaymentBalance,
  overpaymentState,
  type OverpaymentBalance,
  type OverpaymentState,
} from '../../core/overpayment/overpayment-balance.js';
import { DomainError } from '../../core/shared/domain-error.js';
import { groupBy } from '../../core/shared/group-by.js';
import { invariant } from '../../core/shared/invariant.js';
import { contentVersion } from '../../platform/content-version.js';
import type { Queryable } from '../../platform/database/query-rows.js';
import { OverpaymentPartsRepository, type StandingPart } from './overpayment-parts.repository.js';
import {
  OverpaymentsRepository,
  type OverpaymentRecord,
  type PlanRecord,
  type ReceiptRecord,
} from './overpayments.repository.js';

/** A case with what became of it; NIK masked. */
export interface OverpaymentCase extends OverpaymentRecord, OverpaymentBalance {
  readonly state: OverpaymentState;
}

export interface OverpaymentDetails extends OverpaymentCase {
  readonly parts: readonly StandingPart[];
  readonly plans: readonly PlanRecord[];
  readonly receipts: readonly ReceiptRecord[];
}

/** What a case looks like to people, and which version of it somebody has seen. */
@Injectable()
export class CaseDetailsReader {
  constructor(
    private readonly repository: OverpaymentsRepository,
    private readonly parts: OverpaymentPartsRepository,
  ) {}

  /** With its corrections, plans, receipts and set-offs. */
  async of(database: Queryable, found: OverpaymentRecord): Promise<OverpaymentDetails> {
    const [one] = await this.withBalances(database, [found]);
    invariant(one !== undefined, 'a case has a balance');
    const parts = await this.parts.parts(database, [found.id]);
    const plans = await this.repository.plans(database, [found.id]);
    return { ...one, parts, plans, receipts: await this.repository.receipts(database, found.id) };
  }

  async withBalances(database: Queryable, cases: readonly OverpaymentRecord[]): Promise<OverpaymentCase[]> {
    const ids = cases.map(({ id }) => id);
    const parts = groupBy(await this.parts.parts(database, ids), (part) => part.overpaymentId);
    const plans = groupBy(await this.repository.plans(database, ids), (plan) => plan.overpaymentId);
    return cases.map((one) => {
      const balance = overpaymentBalance(parts.get(one.id) ?? []);
      const state = overpaymentState(balance, plans.get(one.id)?.at(-1));
      return { ...one, nik: maskNik(one.nik), ...balance, state };
    });
  }

  async versionOf(database: Queryable, found: OverpaymentRecord): Promise<string> {
    return contentVersion(await this.of(database, found));
  }

  /**
   * Lets somebody change only what she saw. Asked with the case locked, so that nothing comes between.
   *
   * @throws DomainError `overpayment.changed-since-seen`
   */
  async requireSeen(
    database: Queryable,
    found: OverpaymentRecord,
    seen: readonly string[] | undefined,
  ): Promise<void> {
    if (seen === undefined || seen.includes(await this.versionOf(database, found))) return;
    throw new DomainError('stale', 'overpayment.changed-since-seen', { number: found.number });
  }
}

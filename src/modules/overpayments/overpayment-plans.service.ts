import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { maskLongNumbers } from '../../core/formats/mask-long-numbers.js';
import { tidyText } from '../../core/funding/plan-receipt.js';
import {
  checkConfirmation,
  checkPlan,
  checkSeenPlan,
  checkSetOffYears,
  type PlanTerms,
  type PlanWish,
} from '../../core/overpayment/check-plan.js';
import { overpaymentBalance } from '../../core/overpayment/overpayment-balance.js';
import { planInstalments, type Instalment } from '../../core/overpayment/plan-instalments.js';
import { spreadOverPlan } from '../../core/overpayment/spread-over-plan.js';
import { invariant } from '../../core/shared/invariant.js';
import { Clock } from '../../platform/clock.js';
import { AccessService } from '../access/access.service.js';
import type { User } from '../users/users.service.js';
import { CaseDetailsReader } from './case-details.reader.js';
import { lockCase } from './lock-case.js';
import { OverpaymentPartsRepository, type StandingPart } from './overpayment-parts.repository.js';
import { OverpaymentsRepository, type PlanRecord } from './overpayments.repository.js';

export interface AgreedPlan {
  readonly number: string;
  readonly plan: PlanRecord;
  readonly instalments: readonly Instalment[];
}

/** What the second person saw: versions of the case, or the terms that she read on the paper. */
export interface SeenPlan {
  readonly versions?: readonly string[];
  readonly plan?: PlanTerms;
}

/** The plan that a kader signed: one person records it, another one confirms, and only then it counts. */
@Injectable()
export class OverpaymentPlansService {
  @Inject() private readonly details!: CaseDetailsReader;

  constructor(
    private readonly dataSource: DataSource,
    private readonly repository: OverpaymentsRepository,
    private readonly parts: OverpaymentPartsRepository,
    private readonly clock: Clock,
    private readonly access: AccessService,
  ) {}

  /**
   * Records a plan; it takes the place of one that waits for its second person.
   *
   * @param seen versions of the case, as `OverpaymentsService.versionOf` tells them; any other is refused
   * @throws DomainError
   */
  async propose(number: string, wish: PlanWish, by: User, seen?: readonly string[]): Promise<AgreedPlan> {
    await this.access.requireOverpayment('overpayment.agree', number);
    return this.dataSource.transaction(async (tx) => {
      const found = await lockCase(this.repository, tx, number);
      await this.details.requireSeen(tx, found, seen);
      const parts = await this.parts.parts(tx, [found.id]);
      const balance = overpaymentBalance(parts);
      const tidied = { ...wish, document: maskLongNumbers(tidyText(wish.document)) };
      checkPlan(number, tidied, balance);
      const instalments = planInstalments(balance.rest - balance.held, wish.instalment, wish.from);
      checkSetOffYears(number, wish, owedOf(parts), instalments);
      await this.repository.insertPlan(tx, found.id, tidied, by.id, this.clock.now());
      const plan = (await this.repository.plans(tx, [found.id])).at(-1);
      invariant(plan !== undefined, 'the plan was recorded');
      return { number, plan, instalments };
    });
  }

  /**
   * The second person. What is still owed is cut into instalments; what requests hold stays theirs.
   *
   * @param seen what she saw, so that she confirms that and nothing else
   * @throws DomainError
   */
  async confirm(number: string, by: User, seen: SeenPlan = {}): Promise<AgreedPlan> {
    await this.access.requireOverpayment('overpayment.confirm', number);
    return this.dataSource.transaction(async (tx) => {
      const found = await lockCase(this.repository, tx, number);
      await this.details.requireSeen(tx, found, seen.versions);
      const parts = await this.parts.parts(tx, [found.id]);
      const balance = overpaymentBalance(parts);
      const waiting = (await this.repository.plans(tx, [found.id])).at(-1);
      checkConfirmation(number, waiting, by, balance);
      invariant(waiting !== undefined, 'a plan that may be confirmed is there');
      if (seen.plan !== undefined) checkSeenPlan(number, waiting, seen.plan);
      const instalments = planInstalments(balance.rest - balance.held, waiting.instalment, waiting.from);
      const owed = owedOf(parts);
      checkSetOffYears(number, waiting, owed, instalments);
      await this.repository.insertConfirmation(tx, waiting.id, by.id, this.clock.now());
      const [first] = owed;
      invariant(first !== undefined, 'something is owed');
      const replaced = owed.map(({ entitlementId }) => entitlementId);
      const change = { replaced, pieces: spreadOverPlan(owed, instalments), planId: waiting.id };
      const author = { id: by.id, at: this.clock.now() };
      await this.parts.replace(tx, { id: found.id, nagariCode: first.nagariCode }, change, author);
      const plan = (await this.repository.plans(tx, [found.id])).at(-1);
      invariant(plan !== undefined, 'the plan was confirmed');
      return { number, plan, instalments };
    });
  }
}

function owedOf(parts: readonly StandingPart[]): StandingPart[] {
  return parts.filter(({ standing }) => standing === 'owed');
}

import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { DeductionKind } from '../../core/deduction/deduction-policy.js';
import { dueOn, planRemittance, remittanceBatch, type Remittance } from '../../core/deduction/remittance.js';
import { tidyProof } from '../../core/deduction/proof-shapes.js';
import { withheldAccounts } from '../../core/deduction/withheld-accounts.js';
import { DomainError } from '../../core/shared/domain-error.js';
import type { PlainDate } from '../../core/shared/plain-date.js';
import type { Rupiah } from '../../core/shared/rupiah.js';
import type { ServiceMonth } from '../../core/shared/service-month.js';
import { Clock } from '../../platform/clock.js';
import { lockFor } from '../../platform/database/lock-for.js';
import type { Part } from '../../platform/database/part.js';
import { today } from '../../platform/today.js';
import { AccessService } from '../access/access.service.js';
import { FundingSourcesService } from '../funding-sources/funding-sources.service.js';
import { LedgerService } from '../ledger/ledger.service.js';
import type { User } from '../users/users.service.js';
import { loadProofShapes } from './load-proof-shapes.js';
import { RemittancesRepository, type TaxMonthKey } from './remittances.repository.js';

export interface RemittanceCommand extends Remittance {
  readonly payer: string;
  readonly by: Pick<User, 'id' | 'username'>;
}

export interface RemittanceOutcome extends Remittance {
  readonly payer: string;
  /** False when the same command was carried out before. */
  readonly isNew: boolean;
  /** What is still owed of this kind and month. */
  readonly outstanding: Rupiah;
}

/** One month of one payer as people look it up. */
export interface TaxMonth {
  readonly payer: string;
  readonly kind: DeductionKind;
  readonly period: ServiceMonth;
  readonly withheld: Rupiah;
  readonly remitted: Rupiah;
  /** Below zero: more was remitted than, after the bank's returns, was owed. */
  readonly outstanding: Rupiah;
  readonly dueOn: PlainDate | null;
  readonly isLate: boolean;
  readonly proofs: readonly string[];
}

/** Withheld tax and premiums stay owed until they are passed on, with proof. */
@Injectable()
export class RemittancesService {
  @Inject() private readonly access!: AccessService;

  constructor(
    private readonly dataSource: DataSource,
    private readonly repository: RemittancesRepository,
    private readonly funding: FundingSourcesService,
    private readonly ledger: LedgerService,
    private readonly clock: Clock,
  ) {}

  /** Records a remittance and posts it; the same again answers the first outcome. @throws DomainError */
  async remit(command: RemittanceCommand): Promise<RemittanceOutcome> {
    await this.access.requirePayer('tax.remit', command.payer);
    const { payer, by, kind, period, amount, on } = command;
    const remittance = { kind, period, amount, on, proof: tidyProof(command.proof) };
    const shape = (await loadProofShapes())[kind];
    return this.dataSource.transaction(async (tx) => {
      const body = await this.funding.payingBody(tx, payer);
      if (body === undefined) throw new DomainError('missing', 'deduction.payer-unknown', { payer });
      await lockFor(tx, `remittance/${String(body.id)}/${kind}`);
      // Two payers with the same proof wait for each other: the second is told whose it is.
      await lockFor(tx, `remittance-proof/${kind}/${remittance.proof}`);
      const owed = await this.repository.owed(tx, body.id, kind, period);
      const earlier = await this.repository.byProof(tx, kind, remittance.proof);
      const plan = planRemittance(remittance, { payer, owed, earlier, shape, today: today(this.clock) });
      if (plan === 'recorded') return { payer, ...remittance, isNew: false, outstanding: owed };
      const payable = withheldAccounts(kind, payer).payable;
      const accounts = {
        payableAccountId: await this.ledger.ensureAccount(tx, payable, 'L'),
        cashAccountId: body.cashAccountId,
      };
      const batch = remittanceBatch(remittance, { payer, regionCode: body.regionCode }, accounts);
      const { id: batchId } = await this.ledger.post(tx, batch, by.username);
      await this.repository.insert(tx, body.id, remittance, batchId, { by: by.id, at: this.clock.now() });
      return { payer, ...remittance, isNew: true, outstanding: owed - amount };
    });
  }

  /** What was withheld and remitted, a row a payer, kind and month. @throws DomainError when the payer is unknown */
  async list(payer: string | null, part?: Part<TaxMonthKey>): Promise<TaxMonth[]> {
    return this.dataSource.transaction('REPEATABLE READ', async (tx) => {
      if (payer !== null && (await this.funding.payingBody(tx, payer)) === undefined) {
        throw new DomainError('missing', 'deduction.payer-unknown', { payer });
      }
      const months = await this.repository.months(tx, payer, part);
      return months.map(({ dueDay, ...month }) => {
        const outstanding = month.withheld - month.remitted;
        const due = dueDay === null ? null : dueOn(month.period, dueDay);
        const isLate = outstanding > 0n && due !== null && due < today(this.clock);
        return { ...month, outstanding, dueOn: due, isLate };
      });
    });
  }
}

import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { slipRows, type SlipRow } from '../../core/deduction/bp21/slip-rows.js';
import { factsOn } from '../../core/deduction/tax-facts.js';
import { DomainError } from '../../core/shared/domain-error.js';
import type { ServiceMonth } from '../../core/shared/service-month.js';
import { FundingSourcesService } from '../funding-sources/funding-sources.service.js';
import { DeductionPoliciesService } from './deduction-policies.service.js';
import { TaxFactsRepository } from './tax-facts.repository.js';
import { WithheldPaymentsRepository } from './withheld-payments.repository.js';
import { WithholdersService } from './withholders.service.js';

/** What the slips of a month are filled in from. */
@Injectable()
export class SlipRowsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly payments: WithheldPaymentsRepository,
    private readonly facts: TaxFactsRepository,
    private readonly policies: DeductionPoliciesService,
    private readonly withholders: WithholdersService,
    private readonly funding: FundingSourcesService,
  ) {}

  /** A row for each payment of which tax was withheld. @throws Refusals or DomainError when anything is missing */
  ofMonth(payer: string, period: ServiceMonth): Promise<SlipRow[]> {
    return this.dataSource.transaction('REPEATABLE READ', async (tx) => {
      const body = await this.funding.payingBody(tx, payer);
      if (body === undefined) throw new DomainError('missing', 'deduction.payer-unknown', { payer });
      const found = await this.payments.ofMonth(tx, body.id, period);
      if (found.length === 0) throw new DomainError('missing', 'bp21.nothing-withheld', { payer, period });
      const facts = await this.facts.ofKader(
        tx,
        found.map(({ kaderId }) => kaderId),
      );
      const payments = found.map((one) => ({
        ...one,
        facts: factsOn(facts.get(one.kaderId) ?? [], one.paidOn),
      }));
      const withholders = await this.withholders.ofBody(tx, body.id);
      return slipRows(payments, { payer, withholders, versions: await this.policies.versions(tx) });
    });
  }
}

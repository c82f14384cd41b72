import { Injectable } from '@nestjs/common';
import type { HonorRules } from '../../core/honor/calculate-kader-month.js';
import type { SourceAccounts } from '../../core/ledger/journals-of-honor.js';
import type { Tx } from '../../platform/database/transaction.js';
import { FundingSourcesService } from '../funding-sources/funding-sources.service.js';
import { HonorPoliciesService } from '../honor-policies/honor-policies.service.js';

/** The rules in force, as one calculation sees them. */
@Injectable()
export class HonorRulesService {
  constructor(
    private readonly funding: FundingSourcesService,
    private readonly policies: HonorPoliciesService,
  ) {}

  async load(tx: Tx): Promise<{ rules: HonorRules; accountsOf: ReadonlyMap<number, SourceAccounts> }> {
    const { sources, records } = await this.funding.forCalculation(tx);
    return { rules: { policies: await this.policies.versions(tx), sources }, accountsOf: records };
  }
}

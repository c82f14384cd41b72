import { Injectable } from '@nestjs/common';
import type { HonorRules } from '../../core/honor/calculate-kader-month.js';
import type { NamedVersion } from '../../core/honor/name-policy-changes.js';
import type { SourceAccounts } from '../../core/ledger/journals-of-honor.js';
import type { Tx } from '../../platform/database/transaction.js';
import { BidangStartsService } from '../bidang/bidang-starts.service.js';
import { FundingSourcesService } from '../funding-sources/funding-sources.service.js';
import { HonorPoliciesService } from '../honor-policies/honor-policies.service.js';

/** The rules in force, as one calculation sees them. */
@Injectable()
export class HonorRulesService {
  constructor(
    private readonly funding: FundingSourcesService,
    private readonly policies: HonorPoliciesService,
    private readonly starts: BidangStartsService,
  ) {}

  async load(tx: Tx): Promise<{ rules: HonorRules; accountsOf: ReadonlyMap<number, SourceAccounts> }> {
    const { sources, records } = await this.funding.forCalculation(tx);
    const policies = await this.policies.inForce(tx);
    const starts = await this.starts.starts(tx);
    return { rules: { policies, sources, starts }, accountsOf: records };
  }

  /** Every policy version there ever was, to name in a correction what it corrects. */
  policyHistory(tx: Tx): Promise<readonly NamedVersion[]> {
    return this.policies.history(tx);
  }
}

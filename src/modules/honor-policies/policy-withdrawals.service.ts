import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { maskLongNumbers } from '../../core/formats/mask-long-numbers.js';
import { requireWithdrawable } from '../../core/policy/require-withdrawable.js';
import { versionWords } from '../../core/policy/supersession.js';
import { DomainError } from '../../core/shared/domain-error.js';
import { Clock } from '../../platform/clock.js';
import { lockFor } from '../../platform/database/lock-for.js';
import { queryRow } from '../../platform/database/query-rows.js';
import { AccessService } from '../access/access.service.js';
import { HonorPolicyRow } from './honor-policy.row.js';
import { HonorPoliciesService, type StoredVersion } from './honor-policies.service.js';

export interface WithdrawalCommand {
  readonly code: string;
  /** As it was typed, `2` or `v2`. */
  readonly version: string;
  readonly reason: string;
  readonly by: number;
}

/** Takes a version back by which nobody was paid; what it took the place of is in force again. */
@Injectable()
export class PolicyWithdrawalsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly policies: HonorPoliciesService,
    private readonly clock: Clock,
    private readonly access: AccessService,
  ) {}

  /** @throws DomainError what `requireWithdrawable` throws, `policy.code-unknown`, `policy.version-unknown` */
  async withdraw({ code, version, reason, by }: WithdrawalCommand): Promise<StoredVersion> {
    const { policy } = await this.policies.version(code, version);
    this.access.requireRegion('policy.import', policy.scope);
    return this.dataSource.transaction(async (tx) => {
      // Nobody calculates by it between looking and withdrawing.
      for (const work of ['policy-import', 'honor-calculation']) await lockFor(tx, work);
      const found = await this.policies.version(code, version, tx);
      const why = maskLongNumbers(reason.trim());
      const name = versionWords({ code, version: found.version });
      if (why === '') throw new DomainError('invalid', 'policy.withdraw-reason-needed', { version: name });
      requireWithdrawable({ ...found, name, lines: await linesUnder(tx, found) });
      await tx
        .getRepository(HonorPolicyRow)
        .update({ id: found.id }, { withdrawnBy: by, withdrawnAt: this.clock.now(), withdrawalReason: why });
      return this.policies.version(code, version, tx);
    });
  }
}

/** Honor lines that were worked out by a version, alone or for some of their days. */
async function linesUnder(tx: EntityManager, { id, version, policy }: StoredVersion): Promise<number> {
  const step = [{ step: 'policy', policy: policy.code, version }];
  const { lines } = await queryRow<{ lines: number }>(
    tx,
    'select count(*)::int as lines from honor_line where policy_id = $1 or reasons @> $2::jsonb',
    [id, JSON.stringify(step)],
  );
  return lines;
}

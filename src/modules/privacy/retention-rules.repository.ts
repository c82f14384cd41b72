import { Injectable } from '@nestjs/common';
import type { RetentionRule, RetentionRuleWish } from '../../core/privacy/retention-rule.js';
import type { Part } from '../../platform/database/part.js';
import { queryRow, queryRows, type Queryable } from '../../platform/database/query-rows.js';

/** A rule, with who recorded it and why. */
export interface RecordedRetentionRule extends RetentionRule {
  readonly reason: string;
  readonly recordedBy: string;
  readonly recordedAt: Date;
}

@Injectable()
export class RetentionRulesRepository {
  /** As they were recorded. */
  all(database: Queryable, { after, limit }: Part = {}): Promise<RecordedRetentionRule[]> {
    return queryRows(
      database,
      `select rule.id, years, valid_from as "validFrom", basis, reason, full_name as "recordedBy", recorded_at as "recordedAt"
       from retention_rule rule join app_user on app_user.id = recorded_by
       where rule.id > $1 order by rule.id limit $2`,
      [after?.[0] ?? 0, limit ?? null],
    );
  }

  async record(database: Queryable, rule: RetentionRuleWish, by: number, at: Date): Promise<number> {
    const { id } = await queryRow<{ id: number }>(
      database,
      `insert into retention_rule (years, valid_from, basis, reason, recorded_by, recorded_at)
       values ($1, $2, $3, $4, $5, $6) returning id`,
      [rule.years, rule.from, rule.basis, rule.reason, by, at],
    );
    return id;
  }
}

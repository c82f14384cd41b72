import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { checkRetentionRule, type RetentionRuleWish } from '../../core/privacy/retention-rule.js';
import { Clock } from '../../platform/clock.js';
import type { Part } from '../../platform/database/part.js';
import { today } from '../../platform/today.js';
import { AccessService } from '../access/access.service.js';
import { RetentionRulesRepository, type RecordedRetentionRule } from './retention-rules.repository.js';

export type { RecordedRetentionRule } from './retention-rules.repository.js';

/** How long the data of kader is kept: nothing is built in, an administrator says it, with what asks for it. */
@Injectable()
export class RetentionRulesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly repository: RetentionRulesRepository,
    private readonly access: AccessService,
    private readonly clock: Clock,
  ) {}

  /** As they were recorded: all, or a part of them. */
  list(part?: Part): Promise<RecordedRetentionRule[]> {
    this.access.requireReading('retention.read');
    return this.repository.all(this.dataSource, part);
  }

  /** Answers its number. @throws DomainError as `checkRetentionRule` */
  async record(wish: RetentionRuleWish, by: number): Promise<number> {
    this.access.requireInstallation('retention.set');
    const rules = await this.repository.all(this.dataSource);
    const rule = checkRetentionRule(wish, rules, today(this.clock));
    return this.repository.record(this.dataSource, rule, by, this.clock.now());
  }
}

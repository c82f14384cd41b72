import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { decideRetention, type RetentionDecision } from '../../core/privacy/decide-retention.js';
import { retentionRuleOn } from '../../core/privacy/retention-rule.js';
import type { PlainDate } from '../../core/shared/plain-date.js';
import { AccessService } from '../access/access.service.js';
import { RetentionFactsRepository } from './retention-facts.repository.js';
import { RetentionRulesRepository } from './retention-rules.repository.js';

/** Whether the data of one kader is still kept. She has a number and no name: whoever decides need not know her. */
export interface KaderRetention extends RetentionDecision {
  readonly kaderId: number;
  readonly nagariCode: string;
  readonly lastOn: PlainDate | null;
}

/** Answers many at once, and none of them twice. */
const AT_ONCE = 500;

/** Whose data is kept, until when, and why: nothing is changed by asking. */
@Injectable()
export class RetentionService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly rules: RetentionRulesRepository,
    private readonly facts: RetentionFactsRepository,
    private readonly access: AccessService,
  ) {}

  /** As it will be on that day if nothing happens until then: at most so many kader after this one, by their numbers. */
  async page(day: PlainDate, after: number, limit: number): Promise<KaderRetention[]> {
    this.access.requireReading('retention.read');
    const rule = retentionRuleOn(await this.rules.all(this.dataSource), day);
    const known = await this.facts.after(this.dataSource, after, limit);
    return known.map(({ kaderId, nagariCode, ...about }) => ({
      ...{ kaderId, nagariCode, lastOn: about.lastOn },
      ...decideRetention(about, rule, day),
    }));
  }

  /** Everybody, page by page. */
  async *everybody(day: PlainDate): AsyncGenerator<KaderRetention> {
    let page = await this.page(day, 0, AT_ONCE);
    while (page.length > 0) {
      yield* page;
      page = await this.page(day, page.at(-1)?.kaderId ?? 0, AT_ONCE);
    }
  }
}

import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { checkReason } from '../../core/privacy/check-reason.js';
import type { KeptReason } from '../../core/privacy/decide-retention.js';
import { DomainError } from '../../core/shared/domain-error.js';
import type { PlainDate } from '../../core/shared/plain-date.js';
import { Clock } from '../../platform/clock.js';
import { today } from '../../platform/today.js';
import { AccessService } from '../access/access.service.js';
import { KeptAnswersRepository } from './kept-answers.repository.js';
import { PseudonymisationRepository, type PseudonymisationStamp } from './pseudonymisation.repository.js';
import { RetentionService } from './retention.service.js';

/** Somebody wishes that those go whose time was over before a day. */
export interface PseudonymisationWish {
  readonly before: PlainDate;
  readonly reason: string;
  /** The user. */
  readonly by: number;
}

/** What was done. */
export interface PseudonymisationReport {
  readonly before: PlainDate;
  readonly pseudonymised: number;
  /** Of how many something happened meanwhile, so that they are kept. */
  readonly changed: number;
  /** How many are kept, by each reason; one may have several. */
  readonly kept: Readonly<Partial<Record<KeptReason, number>>>;
}

/** Takes away what names those whose time is over. */
@Injectable()
export class PseudonymisationService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly retention: RetentionService,
    private readonly repository: PseudonymisationRepository,
    private readonly answers: KeptAnswersRepository,
    private readonly access: AccessService,
    private readonly clock: Clock,
  ) {}

  /**
   * One person in one transaction, so that nobody waits for it; broken off, it goes on where it was when it is asked
   * again, and done again it finds nobody.
   *
   * @throws DomainError `privacy.before-future`, `privacy.reason-too-short`
   */
  async pseudonymise(wish: PseudonymisationWish): Promise<PseudonymisationReport> {
    this.admit(wish.before);
    const stamp = { by: wish.by, reason: checkReason(wish.reason) };
    const kept: Partial<Record<KeptReason, number>> = {};
    let [pseudonymised, changed] = [0, 0];
    await this.answers.clear(this.dataSource);
    for await (const { kaderId, reasons } of this.retention.everybody(wish.before)) {
      for (const reason of reasons) kept[reason] = (kept[reason] ?? 0) + 1;
      if (reasons.length > 0) continue;
      if (await this.isDone(kaderId, stamp)) pseudonymised += 1;
      else changed += 1;
    }
    await this.answers.clear(this.dataSource);
    return { before: wish.before, pseudonymised, changed, kept };
  }

  /** Refuses what is refused anyway. @throws DomainError `privacy.before-future`, `access...` */
  admit(before: PlainDate): void {
    this.access.requireInstallation('kader.pseudonymise');
    const now = today(this.clock);
    if (before > now) throw new DomainError('invalid', 'privacy.before-future', { before, today: now });
  }

  private isDone(kaderId: number, stamp: PseudonymisationStamp): Promise<boolean> {
    return this.dataSource.transaction((tx) => this.repository.pseudonymise(tx, kaderId, stamp));
  }
}

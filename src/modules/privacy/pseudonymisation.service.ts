import { Injectable } from '@nestjs/common';
import { DataSource, QueryFailedError } from 'typeorm';
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

/** Somebody whose time is over and who is kept. She has a number and no name. */
export interface FailedPseudonymisation {
  readonly kaderId: number;
  /** The rule of the database that was broken, or the code of what could not be read. */
  readonly why: string;
}

/** What was done. */
export interface PseudonymisationReport {
  readonly before: PlainDate;
  readonly pseudonymised: number;
  /** Of how many something happened meanwhile, so that they are kept. */
  readonly changed: number;
  /** Whom the database refused to change: they are kept until what stands in the way is mended. */
  readonly failed: readonly FailedPseudonymisation[];
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
   * One person in one transaction, so that nobody waits for it, and nobody is kept because another one cannot go.
   * Broken off, it goes on where it was when it is asked again, and done again it finds nobody.
   *
   * @throws DomainError `privacy.before-future`, `privacy.reason-too-short`
   */
  async pseudonymise(wish: PseudonymisationWish): Promise<PseudonymisationReport> {
    this.admit(wish.before);
    const stamp = { by: wish.by, reason: checkReason(wish.reason) };
    const kept: Partial<Record<KeptReason, number>> = {};
    let [pseudonymised, changed] = [0, 0];
    const failed: FailedPseudonymisation[] = [];
    let isAnybodyDue = false;
    try {
      for await (const { kaderId, reasons } of this.retention.everybody(wish.before)) {
        for (const reason of reasons) kept[reason] = (kept[reason] ?? 0) + 1;
        if (reasons.length > 0) continue;
        // Before and after: one who is broken off finds nobody due when he begins again.
        if (!isAnybodyDue) await this.answers.clear(this.dataSource);
        isAnybodyDue = true;
        const outcome = await this.outcomeOf(kaderId, stamp);
        if (typeof outcome === 'object') failed.push(outcome);
        else if (outcome) pseudonymised += 1;
        else changed += 1;
      }
    } finally {
      // However it ends: what is kept of answers may name whoever went.
      if (isAnybodyDue) await this.answers.clear(this.dataSource);
    }
    return { before: wish.before, pseudonymised, changed, failed, kept };
  }

  /** Refuses what is refused anyway. @throws DomainError `privacy.before-future`, `access...` */
  admit(before: PlainDate): void {
    this.access.requireInstallation('kader.pseudonymise');
    const now = today(this.clock);
    if (before > now) throw new DomainError('invalid', 'privacy.before-future', { before, today: now });
  }

  /** Whether she went, or why she could not. */
  private async outcomeOf(
    kaderId: number,
    stamp: PseudonymisationStamp,
  ): Promise<boolean | FailedPseudonymisation> {
    try {
      return await this.dataSource.transaction((tx) => this.repository.pseudonymise(tx, kaderId, stamp));
    } catch (error) {
      const why = whyRefused(error);
      if (why === undefined) throw error;
      return { kaderId, why };
    }
  }
}

/** Undefined when it is not about her: a database that is gone, or a fault of ours. */
function whyRefused(error: unknown): string | undefined {
  if (isRefusal(error)) return error.code;
  if (!(error instanceof QueryFailedError)) return undefined;
  const { constraint, code } = error.driverError as { constraint?: string; code?: string };
  return constraint ?? code;
}

function isRefusal(error: unknown): error is DomainError {
  return error instanceof DomainError;
}

import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { maskNik } from '../../core/formats/mask.js';
import { isDecember } from '../../core/policy/december.js';
import { explainMonth } from '../../core/report/explain/explain-month.js';
import type { Explanation } from '../../core/report/explain/explanation.js';
import type { ExplanationFacts } from '../../core/report/explain/facts.js';
import { DomainError } from '../../core/shared/domain-error.js';
import { invariant } from '../../core/shared/invariant.js';
import type { PlainDate } from '../../core/shared/plain-date.js';
import { lastDayOf, monthOf, type ServiceMonth } from '../../core/shared/service-month.js';
import { Clock } from '../../platform/clock.js';
import type { Tx } from '../../platform/database/transaction.js';
import { today } from '../../platform/today.js';
import { ExplainedPaymentsRepository } from './explained-payments.repository.js';
import { ExplanationReaders } from './explanation-readers.js';
import { ExplanationRepository, type HonorMonth, type KaderMonth } from './explanation.repository.js';
import { OwedRepository } from './owed.repository.js';

export type { HonorMonth } from './explanation.repository.js';

export interface ExplanationWish {
  /** NIK, or number of the kader. */
  readonly kader: string;
  readonly month: ServiceMonth;
}

/** Answers why a kader has this amount for a month, or none, and what became of it. Writes nothing. */
@Injectable()
export class ExplanationService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly repository: ExplanationRepository,
    private readonly paid: ExplainedPaymentsRepository,
    private readonly owed: OwedRepository,
    private readonly readers: ExplanationReaders,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `report.kader-unknown` */
  explain({ kader, month }: ExplanationWish): Promise<Explanation> {
    return this.dataSource.transaction('REPEATABLE READ', async (tx) => {
      const kaderId = await this.repository.kaderId(tx, kader);
      if (kaderId === undefined) {
        const shown = kader.length === 16 ? maskNik(kader) : kader;
        throw new DomainError('missing', 'report.kader-unknown', { kader: shown });
      }
      return explainMonth(await this.factsOf(tx, { kaderId, month }));
    });
  }

  /** Her months with honor, the newest first. */
  months(kaderId: number): Promise<HonorMonth[]> {
    return this.repository.months(this.dataSource, kaderId);
  }

  private async factsOf(tx: Tx, of: KaderMonth): Promise<ExplanationFacts> {
    const banks = await this.readers.banks();
    const [kader] = await this.owed.payees(tx, [of.kaderId], banks);
    invariant(kader !== undefined, 'a kader who was found is there');
    const sourceIds = await this.repository.sourceIds(tx, of);
    const now = today(this.clock);
    return {
      month: of.month,
      today: now,
      kader,
      appointments: await this.repository.appointments(tx, of),
      attended: await this.repository.attended(tx, of),
      calculation: await this.repository.newestCalculation(tx, of),
      revisions: await this.repository.revisions(tx, of),
      exclusions: await this.repository.exclusions(tx, of),
      accruals: await this.repository.accruals(tx, of),
      shares: await this.owed.shares(tx, sourceIds),
      holdings: await this.owed.holdings(tx, sourceIds, banks),
      sources: await this.owed.sources(tx, sourceIds),
      payments: await this.paid.payments(tx, of, banks),
      outlook: mayBeCalculated(of.month, now) ? await this.readers.outlook(tx, of) : 'month-not-over',
    };
  }
}

/** A month that is over, or the December that is running: its policy may let it be calculated before its end. */
function mayBeCalculated(month: ServiceMonth, now: PlainDate): boolean {
  return lastDayOf(month) < now || (isDecember(month) && monthOf(now) === month);
}

import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { tidyText } from '../../core/funding/plan-receipt.js';
import { planYearClosing, type BudgetLapse } from '../../core/funding/plan-year-closing.js';
import { cutOffOf } from '../../core/funding/year-end-settings.js';
import type { DebtBasis } from '../../core/payment/prior-year.js';
import { DomainError } from '../../core/shared/domain-error.js';
import { formatDate, type PlainDate } from '../../core/shared/plain-date.js';
import { Clock } from '../../platform/clock.js';
import type { Tx } from '../../platform/database/transaction.js';
import { today } from '../../platform/today.js';
import { AccessService } from '../access/access.service.js';
import { FundingSourcesRepository, type PayingBody, type SourceName } from './funding-sources.repository.js';
import { lockSource } from './lock-source.js';
import { YearEndSettingsService } from './year-end-settings.service.js';
import { YearEndRepository } from './year-end.repository.js';

export interface ClosingCommand {
  readonly payer: string;
  readonly year: number;
  readonly basis: string;
  readonly by: number;
}

export interface ClosingOutcome {
  readonly payer: string;
  readonly year: number;
  readonly on: PlainDate;
  readonly basis: string;
  readonly lines: readonly BudgetLapse[];
  /** False when the same command was carried out before. */
  readonly isNew: boolean;
}

export interface MarkCommand extends SourceName {
  readonly basis: DebtBasis;
  readonly by: number;
}

export interface MarkOutcome {
  readonly source: string;
  readonly basis: DebtBasis;
  readonly isNew: boolean;
}

/** The end of a fiscal year: ceilings lapse, obligations do not. */
@Injectable()
export class YearEndService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly repository: YearEndRepository,
    private readonly sources: FundingSourcesRepository,
    private readonly settings: YearEndSettingsService,
    private readonly clock: Clock,
    private readonly access: AccessService,
  ) {}

  /**
   * Closes a fiscal year of a payer: what of its ceilings nobody spent lapses, what it owes becomes debt of an
   * earlier year. The same closing again answers the first.
   *
   * @throws Refusals naming every request that must be finished or given up first; DomainError
   */
  async closeYear(command: ClosingCommand): Promise<ClosingOutcome> {
    await this.access.requirePayer('funding.close-year', command.payer);
    const settings = await this.settings.read();
    const basis = tidyText(command.basis);
    return this.dataSource.transaction(async (tx) => {
      const { payer, year, by } = command;
      const body = await this.lockPayer(tx, payer);
      const earlier = await this.earlierClosing(tx, body, { year, basis });
      if (earlier !== undefined) return earlier;
      const lines = await this.repository.linesOf(tx, body.id, year);
      const requests = await this.repository.openRequests(tx, body.id, year);
      const on = today(this.clock);
      const wish = { payer, year, basis, on, notBefore: cutOffOf(year, settings) };
      const lapses = planYearClosing(wish, lines, requests);
      const closing = { payingBodyId: body.id, year, basis, on, by, at: this.clock.now() };
      await this.repository.close(tx, closing, lapses);
      return { payer, year, on, basis, lines: lapses, isNew: true };
    });
  }

  /** Opens a line for debts of earlier years, by a decree; the same again changes nothing. @throws DomainError */
  async markPriorYear(command: MarkCommand): Promise<MarkOutcome> {
    await this.access.requirePayer('funding.close-year', command.payer);
    const { number, title, date } = command.basis;
    const basis = { number: tidyText(number), date, title: tidyText(title) };
    for (const [field, text] of Object.entries({ '--basis': basis.number, '--basis-title': basis.title })) {
      if (text === '') throw new DomainError('invalid', 'funding.mark-blank', { field });
    }
    return this.dataSource.transaction(async (tx) => {
      const { id, payer, label, fiscalYear } = await lockSource(this.sources, tx, command);
      const source = `${payer}/${label}/${String(fiscalYear)}`;
      const earlier = await this.repository.markOf(tx, id);
      if (earlier === undefined) {
        await this.repository.mark(tx, id, basis, command.by, this.clock.now());
        return { source, basis, isNew: true };
      }
      if (earlier.number === basis.number && earlier.date === basis.date && earlier.title === basis.title) {
        return { source, basis, isNew: false };
      }
      throw new DomainError('conflict', 'funding.marked-otherwise', { source, before: earlier.number });
    });
  }

  private async lockPayer(tx: Tx, payer: string): Promise<PayingBody> {
    const body = await this.sources.payingBody(tx, payer);
    if (body === undefined) throw new DomainError('missing', 'payment.payer-unknown', { payer });
    await this.repository.lockPayer(tx, body.id);
    return body;
  }

  private async earlierClosing(
    tx: Tx,
    { id, code: payer }: PayingBody,
    { year, basis }: Pick<ClosingCommand, 'year' | 'basis'>,
  ): Promise<ClosingOutcome | undefined> {
    const closed = await this.repository.closedYear(tx, id, year);
    if (closed === undefined) return undefined;
    if (closed.basis !== basis) {
      const facts = { payer, year, on: formatDate(closed.on), before: closed.basis };
      throw new DomainError('conflict', 'funding.closed-otherwise', facts);
    }
    const lines = await this.repository.lapsesOf(tx, closed.id);
    return { payer, year, on: closed.on, basis, lines, isNew: false };
  }
}

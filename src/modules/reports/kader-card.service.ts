import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { kaderCard, type KaderCard } from '../../core/report/roster/kader-card.js';
import { DomainError } from '../../core/shared/domain-error.js';
import { Clock } from '../../platform/clock.js';
import { today } from '../../platform/today.js';
import { AccessService } from '../access/access.service.js';
import { KaderRosterService } from '../kader-roster/kader-roster.service.js';
import { BankNamesReader } from './bank-names.js';
import { OwedRepository } from './owed.repository.js';
import { ReportsRepository } from './reports.repository.js';

/** One kader, as she may be shown. */
@Injectable()
export class KaderCardService {
  @Inject() private readonly access!: AccessService;

  constructor(
    private readonly dataSource: DataSource,
    private readonly repository: ReportsRepository,
    private readonly owed: OwedRepository,
    private readonly bankNames: BankNamesReader,
    private readonly clock: Clock,
    private readonly roster: KaderRosterService,
  ) {}

  /** Whoever has this NIK. @throws DomainError `roster.kader-unknown`, also for somebody outside the reader's scopes */
  async find(nik: string): Promise<KaderCard> {
    this.access.requireReading('roster.read');
    return this.show(await this.roster.idOf(nik));
  }

  /** @throws DomainError `roster.number-unknown`, also for somebody outside the scopes of whoever reads */
  async show(number: number): Promise<KaderCard> {
    this.access.requireReading('roster.read');
    const banks = await this.bankNames.byCode();
    return this.dataSource.transaction('REPEATABLE READ', async (tx) => {
      const kader = await this.repository.kaderById(tx, number);
      const [payee] = kader === undefined ? [] : await this.owed.payees(tx, [number], banks);
      if (kader === undefined || payee === undefined) {
        throw new DomainError('missing', 'roster.number-unknown', { kader: number });
      }
      const places = (await this.repository.placesOf(tx, [number])).get(number) ?? [];
      const tiers = await this.repository.tiersOf(tx, number);
      const facts = { ...payee, birthDate: kader.birthDate, places };
      const [card] = kaderCard(facts, tiers, today(this.clock));
      if (card === undefined) throw new DomainError('missing', 'roster.number-unknown', { kader: number });
      return card;
    });
  }
}

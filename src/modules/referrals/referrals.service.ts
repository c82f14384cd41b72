import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { answerWords, checkAnswer, type AnswerCommand } from '../../core/referral/check-answer.js';
import { listReferrals, type ListedReferral, type ReferralWish } from '../../core/referral/list-referrals.js';
import type { Holidays } from '../../core/referral/working-days.js';
import { DomainError } from '../../core/shared/domain-error.js';
import { invariant } from '../../core/shared/invariant.js';
import { Clock } from '../../platform/clock.js';
import { fillPart } from '../../platform/database/fill-part.js';
import { lockFor } from '../../platform/database/lock-for.js';
import type { Queryable } from '../../platform/database/query-rows.js';
import { today } from '../../platform/today.js';
import { AccessService } from '../access/access.service.js';
import { BidangOpdsService } from '../bidang/bidang-opds.service.js';
import { RegionsService } from '../regions/regions.service.js';
import { HolidaysService } from './holidays.service.js';
import { ReferralsRepository, type ReferralChoice, type ReferralKey } from './referrals.repository.js';

export type ReferralListWish = Pick<ReferralChoice, 'regionCode' | 'opdCode'> & ReferralWish;

/** A part of a list, those that wait longest first. */
export interface ReferralPart extends ReferralListWish {
  /** The last of the part before. */
  readonly after: ReferralKey | undefined;
  readonly limit: number;
}

/** What became of referrals: the answers of the OPD, and who still waits. */
@Injectable()
export class ReferralsService {
  @Inject() private readonly access!: AccessService;

  constructor(
    private readonly dataSource: DataSource,
    private readonly repository: ReferralsRepository,
    private readonly regions: RegionsService,
    private readonly opds: BidangOpdsService,
    private readonly calendar: HolidaysService,
    private readonly clock: Clock,
  ) {}

  holidays(database: Queryable = this.dataSource): Promise<Holidays> {
    return this.calendar.holidays(database);
  }

  /** @throws DomainError for a region or OPD that is not there: no referral must not mean none looked for */
  async list(
    { regionCode, opdCode, ...wish }: ReferralListWish,
    database: Queryable = this.dataSource,
  ): Promise<ListedReferral[]> {
    await this.requirePlaces({ regionCode, opdCode }, database);
    const referrals = await this.repository.chosen(database, { regionCode, opdCode });
    return listReferrals(referrals, wish, today(this.clock), await this.holidays(database));
  }

  /** As many of them as fit after one. @throws DomainError as `list` */
  async part({ regionCode, opdCode, after, limit, ...wish }: ReferralPart): Promise<ListedReferral[]> {
    await this.requirePlaces({ regionCode, opdCode }, this.dataSource);
    const on = today(this.clock);
    const holidays = await this.holidays();
    return fillPart({ after, limit }, async (from: ReferralKey | undefined, count) => {
      const choice = { regionCode, opdCode, ...wish, after: from, limit: count };
      const found = await this.repository.chosen(this.dataSource, choice);
      const last = found.at(-1);
      return {
        wanted: listReferrals(found, wish, on, holidays),
        last: last && ([last.referredOn, last.id] as const),
      };
    });
  }

  /** Records what the OPD answered. @throws DomainError */
  answer(id: number, command: AnswerCommand): Promise<ListedReferral> {
    return this.dataSource.transaction(async (tx) => {
      await lockFor(tx, 'referrals');
      const [referral] = await this.repository.chosen(tx, { id });
      // Who may not answer it does not learn whether it is there.
      await this.access.requirePayer('referral.answer', referral?.opdCode ?? '');
      if (referral === undefined) throw new DomainError('missing', 'referral.unknown', { referral: id });
      checkAnswer(referral, command, today(this.clock));
      await this.repository.insertAnswer(tx, id, command, this.clock.now());
      const answered = await this.repository.chosen(tx, { id });
      const [listed] = listReferrals(answered, {}, today(this.clock), await this.holidays(tx));
      invariant(
        listed !== undefined,
        `a referral that was answered (${answerWords[command.answer]}) is there`,
      );
      return listed;
    });
  }

  private async requirePlaces(
    { regionCode, opdCode }: Pick<ReferralListWish, 'regionCode' | 'opdCode'>,
    database: Queryable,
  ): Promise<void> {
    if (regionCode !== undefined) await this.regions.require(regionCode, database);
    if (opdCode !== undefined) await this.requireOpd(opdCode, database);
  }

  private async requireOpd(opd: string, database: Queryable): Promise<void> {
    if ((await this.opds.list(database)).some(({ opdCode }) => opdCode === opd)) return;
    throw new DomainError('missing', 'referral.opd-unknown', { opd });
  }
}

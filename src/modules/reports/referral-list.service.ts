import { Injectable } from '@nestjs/common';
import type { ListedReferral } from '../../core/referral/list-referrals.js';
import { referralTable } from '../../core/referral/referral-table.js';
import { reportSheet } from '../../core/report/report-sheet.js';
import { tableLines } from '../../core/report/report-table.js';
import type { PlainDate } from '../../core/shared/plain-date.js';
import { Clock } from '../../platform/clock.js';
import { today } from '../../platform/today.js';
import { ReferralsService } from '../referrals/referrals.service.js';
import type { DrawnReport } from './report-outcome.js';

export interface ReferralListWish {
  readonly regionCode?: string | undefined;
  readonly opdCode?: string | undefined;
  readonly open?: boolean | undefined;
  readonly overdue?: boolean | undefined;
}

export interface ReferralReport {
  readonly on: PlainDate;
  readonly referrals: readonly ListedReferral[];
}

/** Referrals on paper: what was passed on to which OPD, and what became of it. */
@Injectable()
export class ReferralListService {
  constructor(
    private readonly referrals: ReferralsService,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError for a region or OPD that is not there */
  async list(wish: ReferralListWish): Promise<DrawnReport & { readonly data: ReferralReport }> {
    const listed = await this.referrals.list(wish);
    const place = [wish.regionCode, wish.opdCode].filter((one) => one !== undefined).join(', ');
    const on = today(this.clock);
    const holidays = await this.referrals.holidays();
    const table = referralTable(listed, place === '' ? 'semua wilayah' : place, on, holidays);
    return { data: { on, referrals: listed }, lines: tableLines(table), sheet: () => reportSheet(table) };
  }
}

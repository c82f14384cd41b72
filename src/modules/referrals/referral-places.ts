import { Injectable } from '@nestjs/common';
import { maskNik } from '../../core/formats/mask.js';
import { bidangOfSpm, type Bidang } from '../../core/kader/vocabulary.js';
import type { StatedReferral } from '../../core/referral/plan-referrals.js';
import type { ReferralReferences } from '../../core/referral/read-referral-row.js';
import { referralLayout, type ReferralRow } from '../../core/referral/referral-sheet.js';
import { nagariFinder } from '../../core/region/find-nagari.js';
import { posyanduFinder } from '../../core/region/find-posyandu.js';
import { DomainError } from '../../core/shared/domain-error.js';
import type { PlainDate } from '../../core/shared/plain-date.js';
import type { Tx } from '../../platform/database/transaction.js';
import { KaderRosterService } from '../kader-roster/kader-roster.service.js';
import { RegionsService } from '../regions/regions.service.js';

/** A referral as a person states it on the command line. */
export interface ReferralCommand {
  /** Registration number. */
  readonly posyandu: string;
  readonly nik: string;
  readonly bidang: string;
  readonly on: PlainDate;
  readonly subject: string;
  readonly count: number;
  readonly description: string;
}

/** Posyandu and kader by what people call them. */
@Injectable()
export class ReferralPlaces {
  constructor(
    private readonly regions: RegionsService,
    private readonly roster: KaderRosterService,
  ) {}

  async references(
    tx: Tx,
    rows: readonly ReferralRow[],
    regionCode: string | undefined,
  ): Promise<ReferralReferences> {
    const niks = new Set(rows.flatMap(({ found }) => found.nik ?? []));
    return {
      findNagari: nagariFinder(await this.regions.under(regionCode, tx), await this.regions.all(tx)),
      findPosyandu: posyanduFinder(await this.regions.posyanduUnder(regionCode, tx)),
      kaderByNik: await this.roster.kaderByNik(tx, [...niks]),
    };
  }

  /** @throws DomainError for a posyandu, kader or bidang that is not there */
  async stated(tx: Tx, command: ReferralCommand): Promise<StatedReferral> {
    const { posyandu: number, nik, bidang, ...rest } = command;
    const known = await this.regions.posyanduUnder(undefined, tx);
    const posyandu = known.find(({ registrationNumber }) => registrationNumber === number);
    if (posyandu === undefined) {
      throw new DomainError('missing', 'referral.posyandu-unknown', { posyandu: number });
    }
    const kader = (await this.roster.kaderByNik(tx, [nik])).get(nik);
    if (kader === undefined)
      throw new DomainError('missing', 'referral.kader-unknown', { nik: maskNik(nik) });
    return {
      ...rest,
      posyandu,
      kader,
      bidang: requireBidang(bidang),
      place: '',
      problemAt: (field, refused) => {
        const column = referralLayout.columns[field].label;
        return { sheet: '', cell: '', column, value: '', ...refused };
      },
    };
  }
}

function requireBidang(typed: string): Bidang {
  const bidang = bidangOfSpm.find((one) => one === typed);
  if (bidang !== undefined) return bidang;
  const facts = { value: typed, choices: bidangOfSpm.join(', ') };
  throw new DomainError('invalid', 'referral.bidang-unknown', facts);
}

import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { inReadingOrder } from '../../core/formats/sheet/in-reading-order.js';
import type { Problem } from '../../core/formats/sheet/problem.js';
import { planReferrals, type NewReferral, type StatedReferral } from '../../core/referral/plan-referrals.js';
import { readReferralRow } from '../../core/referral/read-referral-row.js';
import { referralLayout } from '../../core/referral/referral-sheet.js';
import { DomainError, type ErrorKind } from '../../core/shared/domain-error.js';
import { refuseAny } from '../../core/shared/refusals.js';
import { Clock } from '../../platform/clock.js';
import { lockFor } from '../../platform/database/lock-for.js';
import type { Tx } from '../../platform/database/transaction.js';
import { readTable } from '../../platform/spreadsheet/read-table.js';
import { AccessService } from '../access/access.service.js';
import { ReferralActivitiesService } from '../activities/referral-activities.service.js';
import { ReferralFactsReader } from './referral-facts.reader.js';
import { ReferralPlaces, type ReferralCommand } from './referral-places.js';
import { ReferralsRepository } from './referrals.repository.js';

export interface ReferralImportOptions {
  readonly path: string;
  readonly by: number;
  readonly dryRun?: boolean;
  /** Only nagari in this region may be in the file. */
  readonly regionCode?: string;
}

export interface ReferralImport {
  readonly problems: readonly Problem[];
  readonly notes: readonly Problem[];
  readonly created: number;
  /** The numbers of those that are new; empty while nothing is stored. */
  readonly referrals: readonly number[];
  readonly unchanged: number;
  readonly applied: boolean;
}

/** Records referrals, of a sheet or one; each is an activity of its kader too. */
@Injectable()
export class ReferralImportService {
  @Inject() private readonly access!: AccessService;

  constructor(
    private readonly dataSource: DataSource,
    private readonly places: ReferralPlaces,
    private readonly reader: ReferralFactsReader,
    private readonly repository: ReferralsRepository,
    private readonly activities: ReferralActivitiesService,
    private readonly clock: Clock,
  ) {}

  /** The whole file or nothing. */
  async importFile({ path, by, dryRun = false, regionCode }: ReferralImportOptions): Promise<ReferralImport> {
    this.access.requireRegion('referral.record', regionCode);
    const { rows, problems, notes } = await readTable(path, referralLayout);
    return this.dataSource.transaction(async (tx) => {
      await this.lock(tx);
      const found: Problem[] = [...problems];
      const references = await this.places.references(tx, rows, regionCode);
      const stated = rows.flatMap((row) => readReferralRow(row, references, found) ?? []);
      return { ...(await this.store(tx, stated, found, { by, dryRun })), notes };
    });
  }

  /**
   * One referral.
   *
   * @throws DomainError for a posyandu, kader or bidang that is not there
   * @throws Refusals for everything else that stands in its way
   */
  async record(command: ReferralCommand, by: number): Promise<ReferralImport> {
    await this.access.requireKader('referral.record', [command.nik]);
    return this.dataSource.transaction(async (tx) => {
      await this.lock(tx);
      const report = await this.store(tx, [await this.places.stated(tx, command)], [], { by, dryRun: false });
      refuseAny(report.problems.map(({ code, facts }) => new DomainError(kindOf(code), code, facts)));
      return report;
    });
  }

  /** As an import of attendance locks, so that roster and activities stay as they were looked at. */
  private async lock(tx: Tx): Promise<void> {
    for (const work of ['roster-import', 'activities', 'referrals']) await lockFor(tx, work);
  }

  private async store(
    tx: Tx,
    stated: readonly StatedReferral[],
    found: readonly Problem[],
    { by, dryRun }: { readonly by: number; readonly dryRun: boolean },
  ): Promise<ReferralImport> {
    const plan = planReferrals(stated, await this.reader.known(tx, stated));
    const problems = inReadingOrder([...found, ...plan.problems]);
    const applied = problems.length === 0 && !dryRun;
    const referrals: number[] = [];
    if (applied) for (const referral of plan.created) referrals.push(await this.insert(tx, referral, by));
    const { created, unchanged } = plan;
    return { problems, notes: [], created: created.length, referrals, unchanged, applied };
  }

  private async insert(tx: Tx, referral: NewReferral, by: number): Promise<number> {
    const activityId = await this.activities.attend(tx, referral, by);
    return this.repository.insert(tx, referral, { activityId, by, at: this.clock.now() });
  }
}

/** What is recorded or verified stands in the way; everything else is wrong with the referral itself. */
function kindOf(code: Problem['code']): ErrorKind {
  return code === 'referral.recorded-otherwise' || code === 'referral.activity-verified'
    ? 'conflict'
    : 'invalid';
}

import { Injectable } from '@nestjs/common';
import type { OperationName } from '../../core/access/operations.js';
import type { ImportReport } from '../../core/formats/sheet/import-report.js';
import { invariant } from '../../core/shared/invariant.js';
import { AccessService } from '../../modules/access/access.service.js';
import { ActivityImportService } from '../../modules/activities/activity-import.service.js';
import { TaxFactsImportService } from '../../modules/deductions/tax-facts-import.service.js';
import { FundingSourcesService } from '../../modules/funding-sources/funding-sources.service.js';
import { RosterImportService } from '../../modules/kader-roster/roster-import.service.js';
import { RegionImportService } from '../../modules/regions/region-import.service.js';
import { withKind } from '../../web/uploaded-file.js';
import { LongWork, type WorkAnswer, type Workplace } from '../jobs/long-work.js';
import { importAnswer } from './import-answer.js';

/** What each sheet is to the table of operations. */
const operationOf = {
  regions: 'region.import',
  posyandu: 'posyandu.import',
  roster: 'roster.import',
  activities: 'activity.import',
  funding: 'funding.import',
  'tax-facts': 'deduction.facts-import',
} as const satisfies Record<string, OperationName>;

export interface SheetWish {
  readonly sheet: keyof typeof operationOf;
  /** How the file is read: `.xlsx` or `.csv`. */
  readonly fileKind: string;
  readonly region?: string;
  readonly dryRun: boolean;
  readonly acceptChanges: boolean;
}

type Read = (path: string, wish: SheetWish, by: number) => Promise<ImportReport>;

/** A list of one nagari has some hundred rows; a quarter of a megabyte holds some thousands. */
const LONG_BYTES = 256 * 1024;

/** Takes a sheet in. Given again it is found to be there, so it may be begun again after a process died. */
@Injectable()
export class ImportWork extends LongWork<SheetWish> {
  readonly kind = 'sheet-import';
  readonly attempts = 3;
  private readonly readers: Readonly<Record<SheetWish['sheet'], Read>>;

  constructor(
    private readonly access: AccessService,
    rosters: RosterImportService,
    activities: ActivityImportService,
    regions: RegionImportService,
    funding: FundingSourcesService,
    taxFacts: TaxFactsImportService,
  ) {
    super();
    this.readers = {
      regions: (path) => regions.importRegions(path),
      posyandu: (path, wish) => regions.importPosyandu({ path, ...flagsOf(wish) }),
      roster: (path, wish, by) => rosters.importRoster({ path, by, ...flagsOf(wish) }),
      activities: (path, wish, by) => activities.importActivities({ path, by, ...flagsOf(wish) }),
      funding: (path, _wish, by) => funding.importFile(path, by),
      'tax-facts': (path, _wish, by) => taxFacts.importFile(path, by),
    };
  }

  operation({ sheet }: SheetWish) {
    return operationOf[sheet];
  }

  isLong(_wish: SheetWish, givenBytes: number): boolean {
    return givenBytes > LONG_BYTES;
  }

  // What else a sheet touches stands in it, and is checked when it is read.
  admit({ sheet, region }: SheetWish): void {
    if (region !== undefined) this.access.requireRegion(operationOf[sheet], region);
  }

  async run(wish: SheetWish, { by, given }: Workplace): Promise<WorkAnswer> {
    invariant(given !== undefined, 'a sheet came with the wish');
    const report = await withKind(given, wish.fileKind, (path) =>
      this.readers[wish.sheet](path, wish, by.userId),
    );
    return { answer: importAnswer(report) };
  }
}

function flagsOf({ region, dryRun, acceptChanges }: SheetWish) {
  return { dryRun, acceptChanges, ...(region !== undefined && { regionCode: region }) };
}

import { Controller, HttpCode, Post, Query, UploadedFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ActivityImportService } from '../../modules/activities/activity-import.service.js';
import { TaxFactsImportService } from '../../modules/deductions/tax-facts-import.service.js';
import { FundingSourcesService } from '../../modules/funding-sources/funding-sources.service.js';
import { RosterImportService } from '../../modules/kader-roster/roster-import.service.js';
import { RegionImportService } from '../../modules/regions/region-import.service.js';
import { Acts } from '../../web/operation.decorator.js';
import { TakesFile } from '../../web/upload.interceptor.js';
import { withFile, type ArrivedFile } from '../../web/uploaded-file.js';
import type { Visitor } from '../security/visitor.js';
import { By } from '../security/visitor.decorator.js';
import { importAnswer } from './import-answer.js';
import { ImportAnswer, ImportWish } from './import.dto.js';

const SHEETS = ['.xlsx', '.csv'];

/** Sheets as people keep them: a whole file or nothing, every problem with its cell. */
@ApiTags('Lembar')
@Controller('imports')
export class ImportsController {
  constructor(
    private readonly rosters: RosterImportService,
    private readonly activities: ActivityImportService,
    private readonly regions: RegionImportService,
    private readonly funding: FundingSourcesService,
    private readonly taxFacts: TaxFactsImportService,
  ) {}

  @Post('regions')
  @HttpCode(200)
  @Acts('region.import')
  @ApiOperation({ summary: 'Memuat wilayah' })
  @TakesFile()
  @ApiOkResponse({ type: ImportAnswer })
  regionsFile(@UploadedFile() file: ArrivedFile | undefined): Promise<ImportAnswer> {
    return withFile(file, SHEETS, async (path) => importAnswer(await this.regions.importRegions(path)));
  }

  @Post('posyandu')
  @HttpCode(200)
  @Acts('posyandu.import')
  @ApiOperation({ summary: 'Memuat posyandu' })
  @TakesFile()
  @ApiOkResponse({ type: ImportAnswer })
  posyandu(@UploadedFile() file: ArrivedFile | undefined, @Query() wish: ImportWish): Promise<ImportAnswer> {
    return withFile(file, SHEETS, async (path) =>
      importAnswer(await this.regions.importPosyandu({ path, ...flagsOf(wish) })),
    );
  }

  @Post('roster')
  @HttpCode(200)
  @Acts('roster.import')
  @ApiOperation({ summary: 'Memuat daftar kader' })
  @TakesFile()
  @ApiOkResponse({ type: ImportAnswer })
  roster(
    @UploadedFile() file: ArrivedFile | undefined,
    @Query() wish: ImportWish,
    @By() { person }: Visitor,
  ): Promise<ImportAnswer> {
    return withFile(file, SHEETS, async (path) =>
      importAnswer(await this.rosters.importRoster({ path, by: person.userId, ...flagsOf(wish) })),
    );
  }

  @Post('activities')
  @HttpCode(200)
  @Acts('activity.import')
  @ApiOperation({ summary: 'Memuat daftar hadir kegiatan' })
  @TakesFile()
  @ApiOkResponse({ type: ImportAnswer })
  activity(
    @UploadedFile() file: ArrivedFile | undefined,
    @Query() wish: ImportWish,
    @By() { person }: Visitor,
  ): Promise<ImportAnswer> {
    return withFile(file, SHEETS, async (path) =>
      importAnswer(await this.activities.importActivities({ path, by: person.userId, ...flagsOf(wish) })),
    );
  }

  @Post('funding')
  @HttpCode(200)
  @Acts('funding.import')
  @ApiOperation({ summary: 'Memuat sumber dana dan pagu' })
  @TakesFile()
  @ApiOkResponse({ type: ImportAnswer })
  fundingFile(
    @UploadedFile() file: ArrivedFile | undefined,
    @By() { person }: Visitor,
  ): Promise<ImportAnswer> {
    return withFile(file, SHEETS, async (path) =>
      importAnswer(await this.funding.importFile(path, person.userId)),
    );
  }

  @Post('tax-facts')
  @HttpCode(200)
  @Acts('deduction.facts-import')
  @ApiOperation({ summary: 'Memuat catatan pajak dan BPJS kader' })
  @TakesFile()
  @ApiOkResponse({ type: ImportAnswer })
  facts(@UploadedFile() file: ArrivedFile | undefined, @By() { person }: Visitor): Promise<ImportAnswer> {
    return withFile(file, SHEETS, async (path) =>
      importAnswer(await this.taxFacts.importFile(path, person.userId)),
    );
  }
}

function flagsOf({ region, dryRun = false, acceptChanges = false }: ImportWish) {
  return { regionCode: region, dryRun, acceptChanges };
}

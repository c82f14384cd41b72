import { Controller, HttpCode, Post, Query, UploadedFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ActivityTypesService } from '../../modules/activity-types/activity-types.service.js';
import { BidangOpdsService } from '../../modules/bidang/bidang-opds.service.js';
import { BidangStartsService } from '../../modules/bidang/bidang-starts.service.js';
import { HolidaysService } from '../../modules/referrals/holidays.service.js';
import { Acts } from '../../web/operation.decorator.js';
import { TakesFile } from '../../web/upload.interceptor.js';
import { withFile, type ArrivedFile } from '../../web/uploaded-file.js';
import { importAnswer } from '../imports/import-answer.js';
import { FileWish, ImportAnswer } from '../imports/import.dto.js';
import type { Visitor } from '../security/visitor.js';
import { By } from '../security/visitor.decorator.js';
import { ActivityTypePlanAnswer, HolidayYearAnswer } from './setting.dto.js';

const DOCUMENTS = ['.yaml', '.yml', '.json'];
const SHEETS = ['.xlsx', '.csv'];

/** The files that these settings come in. */
@ApiTags('Pengaturan')
@Controller()
export class SettingFilesController {
  constructor(
    private readonly types: ActivityTypesService,
    private readonly holidays: HolidaysService,
    private readonly opds: BidangOpdsService,
    private readonly starts: BidangStartsService,
  ) {}

  @Post('policy-files/activity-types')
  @HttpCode(200)
  @Acts('activity-type.import')
  @ApiOperation({ summary: 'Memberlakukan jenis kegiatan' })
  @TakesFile()
  @ApiOkResponse({ type: ActivityTypePlanAnswer })
  activityTypes(
    @UploadedFile() file: ArrivedFile | undefined,
    @By() { person }: Visitor,
  ): Promise<ActivityTypePlanAnswer> {
    return withFile(file, DOCUMENTS, async (path) => {
      const { added, changed, removed, unchanged } = await this.types.importFile(path, person.userId);
      return { added: added.length, changed: changed.length, removed: removed.length, unchanged };
    });
  }

  @Post('policy-files/holidays')
  @HttpCode(200)
  @Acts('holiday.import')
  @ApiOperation({ summary: 'Memuat hari libur satu tahun' })
  @TakesFile()
  @ApiOkResponse({ type: HolidayYearAnswer })
  year(@UploadedFile() file: ArrivedFile | undefined, @By() { person }: Visitor): Promise<HolidayYearAnswer> {
    return withFile(file, DOCUMENTS, (path) => this.holidays.importFile(path, person.userId));
  }

  @Post('imports/bidang-opds')
  @HttpCode(200)
  @Acts('bidang.import')
  @ApiOperation({ summary: 'Memuat OPD penanggung jawab tiap bidang' })
  @TakesFile()
  @ApiOkResponse({ type: ImportAnswer })
  bidangOpds(
    @UploadedFile() file: ArrivedFile | undefined,
    @Query() { dryRun }: FileWish,
    @By() { person }: Visitor,
  ): Promise<ImportAnswer> {
    return withFile(file, SHEETS, async (path) =>
      importAnswer(await this.opds.importFile(path, person.userId, dryRun)),
    );
  }

  @Post('imports/bidang-starts')
  @HttpCode(200)
  @Acts('bidang.import')
  @ApiOperation({ summary: 'Memuat bulan mulai tiap bidang' })
  @TakesFile()
  @ApiOkResponse({ type: ImportAnswer })
  bidangStarts(
    @UploadedFile() file: ArrivedFile | undefined,
    @Query() { dryRun = false, acceptChanges = false }: FileWish,
    @By() { person }: Visitor,
  ): Promise<ImportAnswer> {
    return withFile(file, SHEETS, async (path) =>
      importAnswer(await this.starts.importFile({ path, by: person.userId, dryRun, acceptChanges })),
    );
  }
}

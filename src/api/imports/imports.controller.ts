import { Controller, Post, Query, UploadedFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Acts } from '../../web/operation.decorator.js';
import { TakesFile } from '../../web/upload.interceptor.js';
import { requireFile, type ArrivedFile } from '../../web/uploaded-file.js';
import { Asks, MayTakeLong, type Asking } from '../jobs/asking.decorator.js';
import { JobDesk } from '../jobs/job-desk.service.js';
import { ImportAnswer, ImportWish } from './import.dto.js';
import { ImportWork, type SheetWish } from './import.work.js';

const SHEETS = ['.xlsx', '.csv'];

const LONG = 'berkas di atas 256 KB';

/** Sheets as people keep them: a whole file or nothing, every problem with its cell. */
@ApiTags('Lembar')
@Controller('imports')
export class ImportsController {
  constructor(
    private readonly desk: JobDesk,
    private readonly work: ImportWork,
  ) {}

  @Post('regions')
  @Acts('region.import')
  @MayTakeLong(LONG)
  @ApiOperation({ summary: 'Memuat wilayah' })
  @TakesFile()
  @ApiOkResponse({ type: ImportAnswer })
  regionsFile(@UploadedFile() file: ArrivedFile | undefined, @Asks() asking: Asking): Promise<object> {
    return this.take('regions', file, asking);
  }

  @Post('posyandu')
  @Acts('posyandu.import')
  @MayTakeLong(LONG)
  @ApiOperation({ summary: 'Memuat posyandu' })
  @TakesFile()
  @ApiOkResponse({ type: ImportAnswer })
  posyandu(
    @UploadedFile() file: ArrivedFile | undefined,
    @Query() wish: ImportWish,
    @Asks() asking: Asking,
  ): Promise<object> {
    return this.take('posyandu', file, asking, wish);
  }

  @Post('roster')
  @Acts('roster.import')
  @MayTakeLong(LONG)
  @ApiOperation({ summary: 'Memuat daftar kader' })
  @TakesFile()
  @ApiOkResponse({ type: ImportAnswer })
  roster(
    @UploadedFile() file: ArrivedFile | undefined,
    @Query() wish: ImportWish,
    @Asks() asking: Asking,
  ): Promise<object> {
    return this.take('roster', file, asking, wish);
  }

  @Post('activities')
  @Acts('activity.import')
  @MayTakeLong(LONG)
  @ApiOperation({ summary: 'Memuat daftar hadir kegiatan' })
  @TakesFile()
  @ApiOkResponse({ type: ImportAnswer })
  activity(
    @UploadedFile() file: ArrivedFile | undefined,
    @Query() wish: ImportWish,
    @Asks() asking: Asking,
  ): Promise<object> {
    return this.take('activities', file, asking, wish);
  }

  @Post('funding')
  @Acts('funding.import')
  @MayTakeLong(LONG)
  @ApiOperation({ summary: 'Memuat sumber dana dan pagu' })
  @TakesFile()
  @ApiOkResponse({ type: ImportAnswer })
  fundingFile(@UploadedFile() file: ArrivedFile | undefined, @Asks() asking: Asking): Promise<object> {
    return this.take('funding', file, asking);
  }

  @Post('tax-facts')
  @Acts('deduction.facts-import')
  @MayTakeLong(LONG)
  @ApiOperation({ summary: 'Memuat catatan pajak dan BPJS kader' })
  @TakesFile()
  @ApiOkResponse({ type: ImportAnswer })
  facts(@UploadedFile() file: ArrivedFile | undefined, @Asks() asking: Asking): Promise<object> {
    return this.take('tax-facts', file, asking);
  }

  private take(
    sheet: SheetWish['sheet'],
    file: ArrivedFile | undefined,
    asking: Asking,
    { region, dryRun = false, acceptChanges = false }: Partial<ImportWish> = {},
  ): Promise<object> {
    const { path, kind } = requireFile(file, SHEETS);
    const wish = { sheet, fileKind: kind, dryRun, acceptChanges, ...(region !== undefined && { region }) };
    return this.desk.answer(this.work, wish, asking, path);
  }
}

import { Body, Controller, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Reads } from '../../web/operation.decorator.js';
import { Asks, MayTakeLong, type Asking } from '../jobs/asking.decorator.js';
import { JobDesk } from '../jobs/job-desk.service.js';
import { LedgerExportWish } from './ledger-export.dto.js';
import { LedgerExportWork } from './ledger-export.work.js';

/** The ledger as files, for auditors: journals of the paying bodies of their scopes, packs of the whole chain. */
@ApiTags('Buku')
@Controller('ledger-exports')
export class LedgerExportsController {
  constructor(
    private readonly desk: JobDesk,
    private readonly work: LedgerExportWork,
  ) {}

  @Post()
  @Reads('ledger.export')
  @MayTakeLong('selalu; berkasnya ada pada hasil pekerjaan')
  @ApiOperation({ summary: 'Membuat berkas buku besar: paket pemeriksa atau jurnal' })
  make(@Body() wish: LedgerExportWish, @Asks() asking: Asking): Promise<object> {
    return this.desk.answer(this.work, this.work.wishOf(wish), asking);
  }
}

import { Module } from '@nestjs/common';
import { RegionsModule } from '../regions/regions.module.js';
import { BanksService } from './banks.service.js';
import { HeirTermsService } from './heir-terms.service.js';
import { HeirsRepository } from './heirs.repository.js';
import { HeirsService } from './heirs.service.js';
import { KaderRosterRepository } from './kader-roster.repository.js';
import { KaderRosterService } from './kader-roster.service.js';
import { RosterImportService } from './roster-import.service.js';
import { RosterWriteRepository } from './roster-write.repository.js';
import { TierWriteRepository } from './tier-write.repository.js';

@Module({
  imports: [RegionsModule],
  providers: [
    KaderRosterRepository,
    RosterWriteRepository,
    TierWriteRepository,
    KaderRosterService,
    RosterImportService,
    BanksService,
    HeirTermsService,
    HeirsRepository,
    HeirsService,
  ],
  exports: [KaderRosterService, RosterImportService, BanksService, HeirsService],
})
export class KaderRosterModule {}

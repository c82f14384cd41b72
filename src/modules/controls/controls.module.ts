import { Module } from '@nestjs/common';
import { ControlDataRepository } from './control-data.repository.js';
import { ControlDataService } from './control-data.service.js';
import { ControlFactsRepository } from './control-facts.repository.js';
import { ControlFindingsRepository } from './control-findings.repository.js';
import { ControlsService } from './controls.service.js';

@Module({
  providers: [
    ControlDataRepository,
    ControlFactsRepository,
    ControlFindingsRepository,
    ControlDataService,
    ControlsService,
  ],
  exports: [ControlsService, ControlDataService],
})
export class ControlsModule {}

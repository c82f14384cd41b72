import { Module } from '@nestjs/common';
import { RegionImportService } from './region-import.service.js';
import { RegionsRepository } from './regions.repository.js';
import { RegionsService } from './regions.service.js';

@Module({
  providers: [RegionsRepository, RegionsService, RegionImportService],
  exports: [RegionsService, RegionImportService],
})
export class RegionsModule {}

import { Module } from '@nestjs/common';
import { RegionsModule } from '../regions/regions.module.js';
import { BidangOpdsService } from './bidang-opds.service.js';
import { BidangStartsService } from './bidang-starts.service.js';
import { BidangRepository } from './bidang.repository.js';

@Module({
  imports: [RegionsModule],
  providers: [BidangRepository, BidangStartsService, BidangOpdsService],
  exports: [BidangStartsService, BidangOpdsService],
})
export class BidangModule {}

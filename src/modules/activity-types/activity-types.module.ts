import { Module } from '@nestjs/common';
import { ActivityTypesRepository } from './activity-types.repository.js';
import { ActivityTypesService } from './activity-types.service.js';

@Module({
  providers: [ActivityTypesRepository, ActivityTypesService],
  exports: [ActivityTypesService],
})
export class ActivityTypesModule {}

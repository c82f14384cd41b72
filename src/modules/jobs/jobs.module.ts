import { Module } from '@nestjs/common';
import { JobAttempt } from './job-attempt.service.js';
import { JobFilesRepository } from './job-files.repository.js';
import { JobTurnsRepository } from './job-turns.repository.js';
import { JobWorker } from './job-worker.service.js';
import { JobsRepository } from './jobs.repository.js';
import { JobsService } from './jobs.service.js';

/** The worker stands still until somebody who knows how jobs are done starts it. */
@Module({
  providers: [JobsRepository, JobTurnsRepository, JobFilesRepository, JobAttempt, JobWorker, JobsService],
  exports: [JobsService, JobWorker],
})
export class JobsModule {}

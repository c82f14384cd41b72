import { Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import type { JobWorker } from '../../modules/jobs/job-worker.service.js';
import type { Clock } from '../../platform/clock.js';
import { removeAbandonedFolders } from '../../platform/files/process-folder.js';
import type { IdempotentRequestsService } from '../idempotency/idempotent-requests.service.js';

const MILLISECONDS_A_DAY = 24 * 60 * 60 * 1000;

const EVERY_MS = 60_000;

/**
 * Takes away what is not kept any longer, whether anybody asks something or not: files of processes that were killed
 * when this one starts, and every minute some ended jobs and some answers to requests. Each round is small, so nobody
 * waits for it; several processes do not get into each other's way.
 */
export class HousekeepingService implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('Housekeeping');
  private timer: NodeJS.Timeout | undefined;
  private working: Promise<void> | undefined;

  constructor(
    private readonly worker: JobWorker,
    private readonly requests: IdempotentRequestsService,
    private readonly clock: Clock,
    private readonly keepJobsDays: number,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => {
      this.begin(() => this.tidy());
    }, EVERY_MS).unref();
    this.begin(() => removeAbandonedFolders(this.clock.now()));
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.working;
  }

  /** One round. */
  async tidy(): Promise<void> {
    const now = this.clock.now();
    await this.worker.forgetEnded(new Date(now.getTime() - this.keepJobsDays * MILLISECONDS_A_DAY));
    await this.requests.forgetOld(now);
  }

  private begin(work: () => Promise<void>): void {
    this.working ??= work()
      .catch((error: unknown) => {
        this.logger.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
      })
      .finally(() => {
        this.working = undefined;
      });
  }
}

import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { Person } from '../../core/access/actor.js';
import { assertMayAsk } from '../../core/access/authorize.js';
import { askingFor } from '../../core/access/mandate.js';
import { readsScopeOnly, type OperationName } from '../../core/access/operations.js';
import { toJson } from '../../core/shared/to-json.js';
import { JobWorker } from '../../modules/jobs/job-worker.service.js';
import type { JobAnswer, JobOrigin, JobPerformer, TakenJob } from '../../modules/jobs/jobs.service.js';
import { CurrentActor } from '../../platform/session/current-actor.js';
import { IdentificationService } from '../security/identification.service.js';
import { LongWorks } from './long-works.js';
import type { WorkAnswer } from './long-work.js';

/**
 * Does jobs as the routes would: in the name of whoever asked, from where she asked, with what she may do when it is
 * done. A role, a token or a user that was ended meanwhile refuses the job.
 */
@Injectable()
export class JobPerformerService implements JobPerformer, OnApplicationBootstrap {
  constructor(
    private readonly works: LongWorks,
    private readonly worker: JobWorker,
    private readonly identification: IdentificationService,
    private readonly current: CurrentActor,
  ) {}

  onApplicationBootstrap(): void {
    this.worker.start(this);
  }

  get kinds(): readonly string[] {
    return this.works.kinds;
  }

  attemptsOf(kind: string): number {
    return this.works.of(kind).attempts;
  }

  async perform(job: TakenJob): Promise<JobAnswer> {
    const work = this.works.of(job.kind);
    // It was checked when it came in, and sealed since.
    const wish = job.wish as object;
    const by = await this.identification.personAgain(job);
    assertMayAsk(by, work.operation(wish));
    const { given, folder, from } = job;
    const act = () => work.run(wish, { by, given, folder });
    const done = await this.inNameOf(by, from, work.operation(wish), act);
    return 'file' in done ? done : { json: toJson(done.answer) };
  }

  private inNameOf(
    by: Person,
    from: JobOrigin,
    name: OperationName,
    act: () => Promise<WorkAnswer>,
  ): Promise<WorkAnswer> {
    if (readsScopeOnly(name)) return this.current.read(askingFor(by, name), act);
    return this.current.run(by, act, { ...from, operation: name });
  }
}

import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable, Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { storedProblems, type StoredProblem } from '../../core/job/stored-problem.js';
import { Clock } from '../../platform/clock.js';
import { isConnectionLost } from '../../platform/database/connection-lost.js';
import { makeProcessFolder } from '../../platform/files/process-folder.js';
import { writeFileAtomically } from '../../platform/files/write-file-atomically.js';
import type { JobAnswer, JobOutcome, JobPerformer, MadeFile } from './job.js';
import { JobFilesRepository } from './job-files.repository.js';
import { JobTurnsRepository, type BegunJob } from './job-turns.repository.js';

const OWNER_ONLY = 0o600;

/** What came of an attempt: its answer, or what stood in the way. */
type Done = JobAnswer | { readonly problems: readonly StoredProblem[] };

/** One attempt at a job, from its files to its outcome. */
@Injectable()
export class JobAttempt {
  private readonly logger = new Logger('Jobs');

  constructor(
    private readonly dataSource: DataSource,
    private readonly repository: JobTurnsRepository,
    private readonly files: JobFilesRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * Does it and keeps what came of it: whatever goes wrong on the way ends the job.
   *
   * @throws when the database is gone: the job is then as if it was never begun
   */
  async carryOut(job: BegunJob, performer: JobPerformer): Promise<void> {
    let folder: string | undefined;
    try {
      folder = await makeProcessFolder();
      await this.keep(job, await this.done(job, performer, folder));
    } catch (error) {
      if (isConnectionLost(error)) throw error;
      await this.keep(job, { problems: storedProblems(error) ?? [this.fault(error)] });
    } finally {
      if (folder !== undefined) await rm(folder, { recursive: true, force: true });
    }
  }

  private async done(job: BegunJob, performer: JobPerformer, folder: string): Promise<Done> {
    const allowed = performer.attemptsOf(job.kind);
    if (job.attempts > allowed) return { problems: [interrupted(allowed)] };
    const { wish, from } = this.repository.keptWish(job);
    if (from === undefined) return { problems: [outdated] };
    return performer.perform({ ...job, wish, from, folder, given: await this.given(job.id, folder) });
  }

  private async given(jobId: number, folder: string): Promise<string | undefined> {
    if (!(await this.files.has(this.dataSource, jobId, 'given'))) return undefined;
    const pieces = this.files.pieces(this.dataSource, jobId, 'given');
    const { path } = await writeFileAtomically(join(folder, randomUUID()), pieces, OWNER_ONLY);
    return path;
  }

  private async keep(job: BegunJob, done: Done): Promise<void> {
    await this.dataSource.transaction(async (tx) => {
      const made = 'file' in done ? done.file : undefined;
      await this.files.remove(tx, job.id, 'given');
      await this.files.remove(tx, job.id, 'made');
      const bytes = made === undefined ? 0 : await this.files.store(tx, job.id, 'made', made.path);
      const outcome = 'file' in done ? madeOf(done.file, bytes) : done;
      const isOurs = await this.repository.end(tx, job, { outcome, at: this.clock.now() });
      if (!isOurs) throw new Error(`Job ${String(job.id)} was begun by another process meanwhile.`);
    });
  }

  private fault(error: unknown): StoredProblem {
    const incident = randomUUID();
    const told = error instanceof Error ? (error.stack ?? error.message) : String(error);
    this.logger.error(`${incident} ${told}`);
    return { kind: 'unavailable', code: 'job.fault', facts: { incident } };
  }
}

const outdated: StoredProblem = { kind: 'conflict', code: 'job.outdated', facts: {} };

function madeOf({ name, mediaType }: MadeFile, bytes: number): JobOutcome {
  return { made: { name, mediaType, bytes } };
}

function interrupted(attempts: number): StoredProblem {
  return { kind: 'conflict', code: 'job.interrupted', facts: { attempts } };
}

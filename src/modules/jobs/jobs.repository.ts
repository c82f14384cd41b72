import { Injectable } from '@nestjs/common';
import type { JobState } from '../../core/job/job-state.js';
import { storedProblems, type StoredProblem } from '../../core/job/stored-problem.js';
import { purposes } from '../../core/privacy/purposes.js';
import { DomainError } from '../../core/shared/domain-error.js';
import { queryRow, queryRows, type Queryable } from '../../platform/database/query-rows.js';
import { FieldVault } from '../../platform/secrets/field-vault.js';
import type { Job, JobActor, JobOrigin, JobOutcome } from './job.js';
import { openWish } from './kept-wish.js';

/** A job to be kept. */
export interface NewJob extends JobActor {
  readonly kind: string;
  /** Kept as a digest. */
  readonly askedAs: string;
  readonly wish: unknown;
  readonly from: JobOrigin;
  readonly askedAt: Date;
}

export interface JobFilter {
  /** Undefined: everybody's. */
  readonly userId: number | undefined;
  readonly state?: JobState | undefined;
  readonly kind?: string | undefined;
  /** Only those older than this one. */
  readonly before?: number | undefined;
  readonly limit: number;
}

type JobRow = Omit<Job, 'problems'> & { readonly outcome: Buffer | null };

/** So many say why a job failed; whoever wants to mend a sheet asks for the result. */
const PROBLEMS_TOLD = 3;

const JOB = `select job.id, kind, user_id as "userId", username, state, attempts, asked_at as "askedAt",
    started_at as "startedAt", ended_at as "endedAt", case when state = 'failed' then outcome end as outcome
  from job join app_user on app_user.id = user_id`;

/** Jobs as whoever asked for them knows them. */
@Injectable()
export class JobsRepository {
  constructor(private readonly vault: FieldVault) {}

  /** The number of the new job; undefined when the same was asked before. */
  async insert(database: Queryable, job: NewJob): Promise<number | undefined> {
    const wish = this.vault.seal(purposes.jobWish, JSON.stringify({ wish: job.wish, from: job.from }));
    const [row] = await queryRows<{ id: number }>(
      database,
      `insert into job (kind, user_id, has_second_factor, only_operations, token_id, signed_in_at, asked_as, wish,
         asked_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (asked_as) do nothing returning id`,
      [
        job.kind,
        job.userId,
        job.hasSecondFactor,
        job.onlyOperations,
        job.tokenId,
        job.signedInAt,
        this.asked(job.askedAs),
        wish,
        job.askedAt,
      ],
    );
    return row?.id;
  }

  async idOf(database: Queryable, askedAs: string): Promise<number> {
    const { id } = await queryRow<{ id: number }>(database, 'select id from job where asked_as = $1', [
      this.asked(askedAs),
    ]);
    return id;
  }

  /** One job; of this user only, unless everybody's may be seen. */
  async find(database: Queryable, id: number, userId: number | undefined): Promise<Job | undefined> {
    const [row] = await queryRows<JobRow>(
      database,
      `${JOB} where job.id = $1 and ($2::int is null or user_id = $2)`,
      [id, userId ?? null],
    );
    return row === undefined ? undefined : this.jobOf(row);
  }

  /** The newest first. */
  async list(database: Queryable, { userId, state, kind, before, limit }: JobFilter): Promise<Job[]> {
    const rows = await queryRows<JobRow>(
      database,
      `${JOB} where ($1::int is null or user_id = $1) and ($2::text is null or state = $2)
         and ($3::text is null or kind = $3) and ($4::int is null or job.id < $4)
       order by job.id desc limit $5`,
      [userId ?? null, state ?? null, kind ?? null, before ?? null, limit],
    );
    return rows.map((row) => this.jobOf(row));
  }

  async countOpen(database: Queryable, userId: number): Promise<number> {
    const { count } = await queryRow<{ count: number }>(
      database,
      `select count(*)::int as count from job where user_id = $1 and state in ('queued', 'running')`,
      [userId],
    );
    return count;
  }

  async outcome(database: Queryable, id: number): Promise<JobOutcome | undefined> {
    const { outcome } = await queryRow<{ outcome: Buffer | null }>(
      database,
      'select outcome from job where id = $1',
      [id],
    );
    return this.opened(outcome);
  }

  /** What was asked. @throws DomainError `vault.*`; `job.cleared` when it went with the data of whom it may have named */
  async wishOf(database: Queryable, id: number): Promise<unknown> {
    const { wish } = await queryRow<{ wish: Buffer }>(database, 'select wish from job where id = $1', [id]);
    const kept = openWish(this.vault, wish).wish;
    if (typeof kept === 'object' && kept !== null && 'isCleared' in kept)
      throw new DomainError('missing', 'job.cleared', { job: id });
    return kept;
  }

  /** Calls off what nobody has begun; false when somebody has. */
  async cancel(database: Queryable, id: number, at: Date): Promise<boolean> {
    const rows = await queryRows(
      database,
      `update job set state = 'cancelled', ended_at = $2 where id = $1 and state = 'queued' returning id`,
      [id, at],
    );
    return rows.length > 0;
  }

  private jobOf({ outcome, ...job }: JobRow): Job {
    return { ...job, problems: this.problemsIn(outcome).slice(0, PROBLEMS_TOLD) };
  }

  // Why one job failed may be sealed with a key that is gone: it still failed, and the others are still told.
  private problemsIn(outcome: Buffer | null): readonly StoredProblem[] {
    try {
      const opened = this.opened(outcome);
      return opened !== undefined && 'problems' in opened ? opened.problems : [];
    } catch (error) {
      const problems = storedProblems(error);
      if (problems === undefined) throw error;
      return problems;
    }
  }

  private asked(askedAs: string): Buffer {
    return this.vault.digest(purposes.jobAsked, askedAs);
  }

  private opened(outcome: Buffer | null): JobOutcome | undefined {
    return outcome === null
      ? undefined
      : (JSON.parse(this.vault.open(purposes.jobOutcome, outcome)) as JobOutcome);
  }
}

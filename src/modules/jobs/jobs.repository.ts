import { Injectable } from '@nestjs/common';
import type { JobState } from '../../core/job/job-state.js';
import { storedProblems, type StoredProblem } from '../../core/job/stored-problem.js';
import { purposes } from '../../core/privacy/purposes.js';
import { DomainError } from '../../core/shared/domain-error.js';
import { queryRow, queryRows, type Queryable } from '../../platform/database/query-rows.js';
import { FieldVault } from '../../platform/secrets/field-vault.js';
import type { Job, JobActor, JobOrigin, JobOutcome } from './job.js';

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

/** A job that was begun, with its wish still sealed: one that does not open ends like any other. */
export type BegunJob = JobActor & Pick<Job, 'id' | 'kind' | 'attempts'> & { readonly sealedWish: Buffer };

/** What was asked, and from where; undefined for a job of a version that did not keep that. */
export interface KeptWish {
  readonly wish: unknown;
  readonly from: JobOrigin | undefined;
}

type JobRow = Omit<Job, 'problems'> & { readonly outcome: Buffer | null };

/** So many say why a job failed; whoever wants to mend a sheet asks for the result. */
const PROBLEMS_TOLD = 3;

const IDS_AT_ONCE = 100;

/** More than what stands before the text of a sealed value. */
const HEAD_BYTES = 300;

const JOB = `select job.id, kind, user_id as "userId", username, state, attempts, asked_at as "askedAt",
    started_at as "startedAt", ended_at as "endedAt", case when state = 'failed' then outcome end as outcome
  from job join app_user on app_user.id = user_id`;

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
    const kept = this.keptIn(wish).wish;
    if (typeof kept === 'object' && kept !== null && 'isCleared' in kept)
      throw new DomainError('missing', 'job.cleared', { job: id });
    return kept;
  }

  /** Those of these kinds that nobody has ended; whoever died with one of them holds its lock no more. */
  async *openIds(database: Queryable, kinds: readonly string[], after: number): AsyncGenerator<number> {
    for (let last: number | undefined = after; last !== undefined;) {
      const rows: { readonly id: number }[] = await queryRows(
        database,
        `select id from job where state in ('queued', 'running') and kind = any($1) and id > $2
          order by id limit ${String(IDS_AT_ONCE)}`,
        [kinds, last],
      );
      for (const { id } of rows) yield id;
      last = rows.at(-1)?.id;
    }
  }

  /** True when it is sealed with a key that this process has not: whoever has it does the job. */
  async lacksKeys(database: Queryable, id: number): Promise<boolean> {
    const wishes = await queryRows<{ sealed: Buffer }>(
      database,
      'select wish as sealed from job where id = $1',
      [id],
    );
    const given = await queryRows<{ sealed: Buffer }>(
      database,
      `select substring(content for ${String(HEAD_BYTES)}) as sealed from job_file where job_id = $1 and part = 'given'`,
      [id],
    );
    return (
      wishes.some(({ sealed }) => this.vault.lacksKeyOf(purposes.jobWish, sealed)) ||
      given.some(({ sealed }) => this.vault.lacksKeyOf(purposes.jobFile, sealed))
    );
  }

  /** Begins it; undefined when it has ended meanwhile. Whoever asks holds the lock of its number. */
  async begin(database: Queryable, id: number, now: Date): Promise<BegunJob | undefined> {
    const [row] = await queryRows<BegunJob>(
      database,
      `update job set state = 'running', attempts = attempts + 1, started_at = $2
        where id = $1 and state in ('queued', 'running')
       returning id, kind, user_id as "userId", has_second_factor as "hasSecondFactor",
         only_operations as "onlyOperations", token_id as "tokenId", signed_in_at as "signedInAt", attempts, wish as "sealedWish"`,
      [id, now],
    );
    return row;
  }

  /** @throws DomainError `vault.*` */
  keptWish({ sealedWish }: BegunJob): KeptWish {
    return this.keptIn(sealedWish);
  }

  /** Ends the attempt; false when another process has begun the job since, whose outcome counts. */
  async end(
    database: Queryable,
    { id, attempts }: Pick<Job, 'id' | 'attempts'>,
    ended: { readonly outcome: JobOutcome; readonly at: Date },
  ): Promise<boolean> {
    const state: JobState = 'problems' in ended.outcome ? 'failed' : 'done';
    const sealed = this.vault.seal(purposes.jobOutcome, JSON.stringify(ended.outcome));
    const rows = await queryRows(
      database,
      `update job set state = $3, ended_at = $4, outcome = $5
        where id = $1 and attempts = $2 and state = 'running' returning id`,
      [id, attempts, state, ended.at, sealed],
    );
    return rows.length > 0;
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

  /** Deletes some of those that ended before that moment; what somebody else is deleting is left to her. */
  async deleteEnded(database: Queryable, before: Date, limit: number): Promise<void> {
    await database.query(
      `delete from job where id in (select id from job where ended_at < $1 order by ended_at limit $2
         for update skip locked)`,
      [before, limit],
    );
  }

  private keptIn(sealed: Buffer): KeptWish {
    const kept = JSON.parse(this.vault.open(purposes.jobWish, sealed)) as object;
    // Until jobs kept where they were asked from, the wish stood there alone.
    return 'wish' in kept && 'from' in kept ? (kept as KeptWish) : { wish: kept, from: undefined };
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

import { Injectable } from '@nestjs/common';
import type { JobState } from '../../core/job/job-state.js';
import { purposes } from '../../core/privacy/purposes.js';
import { queryRows, type Queryable } from '../../platform/database/query-rows.js';
import { FieldVault } from '../../platform/secrets/field-vault.js';
import type { Job, JobActor, JobOutcome } from './job.js';
import { openWish, type KeptWish } from './kept-wish.js';

/** A job that was begun, with its wish still sealed: one that does not open ends like any other. */
export type BegunJob = JobActor & Pick<Job, 'id' | 'kind' | 'attempts'> & { readonly sealedWish: Buffer };

const IDS_AT_ONCE = 100;

/** More than what stands before the text of a sealed value. */
const HEAD_BYTES = 300;

/** Jobs as whoever does them knows them: whose turn it is, and how it ended. */
@Injectable()
export class JobTurnsRepository {
  constructor(private readonly vault: FieldVault) {}

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
    return openWish(this.vault, sealedWish);
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

  /** Deletes some of those that ended before that moment; what somebody else is deleting is left to her. */
  async deleteEnded(database: Queryable, before: Date, limit: number): Promise<void> {
    await database.query(
      `delete from job where id in (select id from job where ended_at < $1 order by ended_at limit $2
         for update skip locked)`,
      [before, limit],
    );
  }
}

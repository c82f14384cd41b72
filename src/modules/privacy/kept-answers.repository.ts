import { Injectable } from '@nestjs/common';
import { purposes } from '../../core/privacy/purposes.js';
import { toJson } from '../../core/shared/to-json.js';
import type { Queryable } from '../../platform/database/query-rows.js';
import { FieldVault } from '../../platform/secrets/field-vault.js';

const CLEARED = toJson({ note: 'Jawaban ini dihapus bersama data pribadi yang masa simpannya habis.' });

/** What is kept, sealed, of answers over HTTP and of long work: nobody can tell whom it names, so it goes earlier. */
@Injectable()
export class KeptAnswersRepository {
  constructor(private readonly vault: FieldVault) {}

  /** Of what has ended. That a key was used stays known, and that a job ended: neither is done twice. */
  async clear(database: Queryable): Promise<void> {
    await database.query('update idempotent_request set answer = $1 where status is not null', [
      this.vault.seal(purposes.answer, CLEARED),
    ]);
    await database.query(
      `update job set wish = $1, outcome = case when outcome is not null then $2::bytea end where ended_at is not null`,
      [
        this.vault.seal(purposes.jobWish, toJson({ isCleared: true })),
        this.vault.seal(purposes.jobOutcome, toJson({ problems: [] })),
      ],
    );
    await database.query(
      'delete from job_file where job_id in (select id from job where ended_at is not null)',
    );
  }
}

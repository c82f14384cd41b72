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

  /** Of what has ended. That a key was used stays known: what it was used for is not done twice. */
  async clear(database: Queryable): Promise<void> {
    await database.query('update idempotent_request set answer = $1 where status is not null', [
      this.vault.seal(purposes.answer, CLEARED),
    ]);
    await database.query('delete from job where ended_at is not null');
  }
}

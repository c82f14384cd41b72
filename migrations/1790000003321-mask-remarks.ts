import type { MigrationInterface, QueryRunner } from 'typeorm';
import { maskNumbers } from '../src/core/formats/mask-numbers.js';
import { vaultOf } from '../src/platform/secrets/migration-vault.js';

const BATCH = 5_000;

/**
 * What still told numbers of people: remarks of banks repeat the account, and the fingerprint of a request over HTTP
 * is made of its body, by which a number of few digits could be guessed. Nothing brings either back.
 */
export class MaskRemarks1790000003321 implements MigrationInterface {
  name = 'MaskRemarks1790000003321';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table disbursement disable trigger user`);
    let last: number | undefined = 0;
    while (last !== undefined) last = await maskAfter(runner, last);
    await runner.query(`alter table disbursement enable trigger user`);
    await digestFingerprints(runner);
  }

  // Answers that are kept for a day: without one, the same question is done again or refused by what it did.
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`delete from idempotent_request`);
  }
}

/** @returns the last of the batch; undefined when there was none */
async function maskAfter(runner: QueryRunner, after: number): Promise<number | undefined> {
  const rows = (await runner.query(
    `select disbursement.id, result_note as note, account_number_sealed as sealed
     from disbursement join bank_account on bank_account.id = bank_account_id
     where disbursement.id > $1 and result_note ~ '\\d{4}' order by disbursement.id limit ${String(BATCH)}`,
    [after],
  )) as readonly { id: number; note: string; sealed: Buffer }[];
  if (rows.length === 0) return undefined;
  const vault = await vaultOf(runner);
  const notes = rows.map(({ note, sealed }) =>
    maskNumbers(note, [vault.open('bank_account.account_number', sealed)]),
  );
  await runner.query(
    `update disbursement set result_note = masked.note from unnest($1::int[], $2::text[]) as masked (id, note)
     where disbursement.id = masked.id and result_note <> masked.note`,
    [rows.map(({ id }) => id), notes],
  );
  return rows.at(-1)?.id;
}

async function digestFingerprints(runner: QueryRunner): Promise<void> {
  const rows = (await runner.query(
    `select user_id as "userId", key, encode(request_hash, 'hex') as hash from idempotent_request`,
  )) as readonly { userId: number; key: string; hash: string }[];
  if (rows.length === 0) return;
  const vault = await vaultOf(runner);
  await runner.query(
    `update idempotent_request asked set request_hash = fresh.hash
     from unnest($1::int[], $2::text[], $3::bytea[]) as fresh (user_id, key, hash)
     where (asked.user_id, asked.key) = (fresh.user_id, fresh.key)`,
    [
      rows.map(({ userId }) => userId),
      rows.map(({ key }) => key),
      rows.map(({ hash }) => vault.digest('idempotent_request.request_hash', hash)),
    ],
  );
}

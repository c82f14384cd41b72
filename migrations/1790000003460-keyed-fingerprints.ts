import type { MigrationInterface, QueryRunner } from 'typeorm';
import { vaultOf } from '../src/platform/secrets/migration-vault.js';
import { asleep } from './asleep.js';

const BATCH = 5_000;

/**
 * A finding is known again by a fingerprint of all it says, her name and masked NIK too: whoever has a list of names could
 * find out by a plain one whom it was about, also when she was pseudonymised. It is keyed now. What was made of the
 * plain one cannot be turned back.
 */
export class KeyedFingerprints1790000003460 implements MigrationInterface {
  name = 'KeyedFingerprints1790000003460';

  async up(runner: QueryRunner): Promise<void> {
    await asleep(runner, 'control_finding', async () => {
      let last: number | undefined = 0;
      while (last !== undefined) last = await digestAfter(runner, last);
      // A change of type writes the rows anew: what they were does not stay in the file.
      await runner.query(
        'alter table control_finding alter column fingerprint type char(64) using substring(fingerprint from 1)::char(64)',
      );
    });
    // As any digest of what names a person: the trail keeps no copy.
    await runner.query(`select audit.watch('control_finding', '{fingerprint}')`);
  }

  // What was keyed stays keyed: a run of the controls would store each finding once more, and nothing answered is lost.
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`select audit.watch('control_finding')`);
  }
}

/** @returns the last of the batch; undefined when there was none */
async function digestAfter(runner: QueryRunner, after: number): Promise<number | undefined> {
  const rows = (await runner.query(
    `select id, fingerprint from control_finding where id > $1 order by id limit ${String(BATCH)}`,
    [after],
  )) as readonly { id: number; fingerprint: string }[];
  if (rows.length === 0) return undefined;
  const vault = await vaultOf(runner);
  await runner.query(
    `update control_finding set fingerprint = keyed.fingerprint
     from unnest($1::int[], $2::text[]) as keyed (id, fingerprint) where control_finding.id = keyed.id`,
    [
      rows.map(({ id }) => id),
      rows.map(({ fingerprint }) => vault.digest('control_finding.fingerprint', fingerprint).toString('hex')),
    ],
  );
  return rows.at(-1)?.id;
}

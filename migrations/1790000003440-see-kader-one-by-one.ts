import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a row belongs to is one kader: whoever sees her sees it. */
const OF_A_KADER = [
  'appointment',
  'bank_account',
  'roster_change',
  'activity_attendance',
  'honor_line',
  'honor_exclusion',
  'kader_tier',
  'kader_tax_fact',
  'control_declaration',
  'heir',
  'disclosure',
];

/**
 * Every question about a kader first collected all kader of the reader's scope: for a page of a hundred out of
 * 100,000 that was most of the work. Now a kader is seen by where she is, row by row; only for one who is elsewhere
 * is the whole set made. The set stays as it was, so the same rows are seen.
 */
export class SeeKaderOneByOne1790000003440 implements MigrationInterface {
  name = 'SeeKaderOneByOne1790000003440';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function seen_regions() returns text[] language sql stable
        set search_path = pg_catalog, public, pg_temp as $$ select array(select scope_list('regions')) $$;
      revoke execute on function seen_regions() from public;
      grant execute on function seen_regions() to honor_reader;
      alter policy seen_in_scope on kader
        using (nagari_code ^@ any ((select seen_regions())::text[]) or id in (select seen_kader()));
    `);
    for (const table of OF_A_KADER) {
      await runner.query(`
        alter policy seen_in_scope on ${table}
          using (exists (select from kader her where her.id = ${table}.kader_id))`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of OF_A_KADER) {
      await runner.query(`alter policy seen_in_scope on ${table} using (kader_id in (select seen_kader()))`);
    }
    await runner.query(`
      alter policy seen_in_scope on kader using (id in (select seen_kader()));
      drop function seen_regions();
    `);
  }
}

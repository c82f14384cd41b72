import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a standard price is for: a month, as all were until now, or one activity, of one kind or of any. Transport and
 * pay by the activity could not be held against a price of a month.
 */
export class CeilingUnits1790000003490 implements MigrationInterface {
  name = 'CeilingUnits1790000003490';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table control_ceiling
        add column unit text not null default 'month' check (unit in ('month', 'activity')),
        add column activity text not null default '',
        add constraint activity_of_a_price_by_it check (activity = '' or unit = 'activity'),
        add constraint heads_are_of_no_activity check (kind = 'rate' or unit = 'month'),
        drop constraint ceiling_no_overlap,
        add constraint ceiling_no_overlap exclude using gist (kind with =, scope with =, component with =,
          unit with =, activity with =, daterange(valid_from, valid_to, '[]') with &&);
    `);
  }

  // Prices of activities would be read as prices of a month: they keep this step from being taken back.
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table control_ceiling
        drop constraint ceiling_no_overlap,
        add constraint ceiling_no_overlap exclude using gist
          (kind with =, scope with =, component with =, daterange(valid_from, valid_to, '[]') with &&),
        add constraint ceilings_are_of_months check (unit = 'month');
      alter table control_ceiling drop column unit, drop column activity;
    `);
  }
}

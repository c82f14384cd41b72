import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What posyandu did and who was there; recorded by one person and verified by another. */
export class CreateActivities1790000000300 implements MigrationInterface {
  name = 'CreateActivities1790000000300';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table activity (
        id int generated always as identity primary key,
        posyandu_id int not null references posyandu,
        held_on date not null,
        kind text not null check (kind in ('hari-buka', 'kunjungan-rumah', 'penyuluhan', 'pendataan', 'pelayanan-spm', 'rujukan', 'rapat-pelatihan')),
        -- persons served per target group (bayi, balita, ibu-hamil, ...): counts only, never health data
        target_counts jsonb not null default '{}',
        import_id int not null references roster_import,
        recorded_by int not null references app_user,
        verified_by int references app_user,
        verified_at timestamptz,
        constraint activity_verified_by_another check (verified_by <> recorded_by),
        check ((verified_by is null) = (verified_at is null)),
        constraint activity_once unique (posyandu_id, held_on, kind)
      );
      create table activity_attendance (
        activity_id int not null references activity,
        kader_id int not null references kader,
        primary key (activity_id, kader_id)
      );
      create index attendance_by_kader on activity_attendance (kader_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table activity_attendance, activity;`);
  }
}

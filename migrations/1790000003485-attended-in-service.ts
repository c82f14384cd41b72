import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whether an attendance is of her service: the rule of intake (`core/activity/check-attendance`), asked again of what
 * is known of her service now. An end or another first day may become known long after the attendance was recorded;
 * what she is paid, what explains it and what checks it must then leave out the same visits.
 */
export class AttendedInService1790000003485 implements MigrationInterface {
  name = 'AttendedInService1790000003485';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create view attended_activity with (security_invoker = true) as
      select attendance.kader_id, activity.id as activity_id, activity.posyandu_id, activity.held_on, activity.kind,
             activity.verified_by is not null as is_verified,
             case when activity.held_on > kader.deceased_on then 'after-death'
                  when appointment.id is null then 'without-sk'
                  when appointment.posyandu_id <> activity.posyandu_id and not activity_type.elsewhere
                    then 'other-posyandu' end as left_out
        from activity_attendance attendance
        join activity on activity.id = attendance.activity_id
        join activity_type on activity_type.code = activity.kind
        join kader on kader.id = attendance.kader_id
        left join appointment on appointment.kader_id = attendance.kader_id and activity.held_on <@ appointment.active;
      grant select on attended_activity to honor_app, honor_reader;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop view attended_activity');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * No honor is owed for a month that is not over; only for a December that is running, from the day on that its policy
 * says. The program refuses it too.
 */
export class DecemberBeforeItsEnd1790000003476 implements MigrationInterface {
  name = 'DecemberBeforeItsEnd1790000003476';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(ofMonthsThatAreOver);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger line_of_month_that_is_over on honor_line;
      drop function guard_line_month();
    `);
  }
}

const ofMonthsThatAreOver = `
  create function guard_line_month() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
  declare early text;
  begin
    select line.service_month into early
    from (select distinct calculation_id, policy_id, service_month::text from new_rows) line
    join calculation on calculation.id = line.calculation_id
    join honor_policy policy on policy.id = line.policy_id
    cross join lateral (select (calculated_at at time zone 'Asia/Jakarta')::date as day) made
    where made.day < ((line.service_month || '-01')::date + interval '1 month')::date
      and not coalesce(right(line.service_month, 2) = '12' and to_char(made.day, 'YYYY-MM') = line.service_month
        and extract(day from made.day) >= (policy.document #>> '{decemberPayableFrom,day}')::int, false)
    limit 1;
    if found then
      raise exception 'month % is not over', early using errcode = '23514', constraint = 'line_of_month_that_is_over';
    end if;
    return null;
  end $$;
  revoke execute on function guard_line_month() from public;
  create trigger line_of_month_that_is_over after insert on honor_line
    referencing new table as new_rows for each statement execute function guard_line_month();
`;

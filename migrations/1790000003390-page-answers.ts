import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A form that was taken leads on to a page: such an answer is kept too, so that two taps count as one. */
export class PageAnswers1790000003390 implements MigrationInterface {
  name = 'PageAnswers1790000003390';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table idempotent_request drop constraint idempotent_request_status_check,
        add constraint idempotent_request_status_check check (status between 200 and 299 or status = 303);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      delete from idempotent_request where status = 303;
      alter table idempotent_request drop constraint idempotent_request_status_check,
        add constraint idempotent_request_status_check check (status between 200 and 299);
    `);
  }
}

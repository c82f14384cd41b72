import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The same requests are seen as before, but a request of a payer in one's scope is seen without listing all that are:
 * what else is seen is asked only where that is not so. A page then costs what is on it.
 */
export class SeeRequestsByPayerFirst1790000003362 implements MigrationInterface {
  name = 'SeeRequestsByPayerFirst1790000003362';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter policy seen_in_scope on payment_request
        using (paying_body_id in (select seen_payers()) or id in (select seen_requests()));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `alter policy seen_in_scope on payment_request using (id in (select seen_requests()));`,
    );
  }
}

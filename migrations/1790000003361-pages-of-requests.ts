import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A page of the requests of one payer, or in one state, is read along an index and not out of all of them. */
export class PagesOfRequests1790000003361 implements MigrationInterface {
  name = 'PagesOfRequests1790000003361';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index request_of_payer on payment_request (paying_body_id, id);
      create index request_by_state on payment_request (state, id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index request_of_payer; drop index request_by_state;');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Referrals are listed by day and number; without this each page sorted all that were left of the scope. */
export class ReferralsByDay1790000003441 implements MigrationInterface {
  name = 'ReferralsByDay1790000003441';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create index referral_by_day on referral (referred_on, id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index referral_by_day');
  }
}

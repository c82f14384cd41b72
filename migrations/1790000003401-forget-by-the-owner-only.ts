import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Nothing in the program forgets a kader, and the function asks nobody whether she may be forgotten: so whoever got
 * hold of the application's login could have emptied the trail, kader by kader.
 */
export class ForgetByTheOwnerOnly1790000003401 implements MigrationInterface {
  name = 'ForgetByTheOwnerOnly1790000003401';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('revoke execute on function audit.forget(int) from honor_app');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('grant execute on function audit.forget(int) to honor_app');
  }
}

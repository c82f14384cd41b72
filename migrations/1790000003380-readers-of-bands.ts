import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whoever reads a draft is told which signatures its amount will ask for. The function reads regions, paying bodies
 * and bands, all of them open to readers, with the rights of whoever asks.
 */
export class ReadersOfBands1790000003380 implements MigrationInterface {
  name = 'ReadersOfBands1790000003380';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('grant execute on function approval_sets_in_force(int, date) to honor_reader');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('revoke execute on function approval_sets_in_force(int, date) from honor_reader');
  }
}

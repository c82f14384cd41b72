import type { MigrationInterface, QueryRunner } from 'typeorm';
import { asleep, writtenAnew } from './asleep.js';

/** The history of the roster tells that a telephone number changed, and no more of it than its end. */
export class MaskPhones1790000003410 implements MigrationInterface {
  name = 'MaskPhones1790000003410';

  async up(runner: QueryRunner): Promise<void> {
    await asleep(runner, 'roster_change', () =>
      runner.query(`
        update roster_change set before = ${masked('before')}, after = ${masked('after')} where field = 'NO HP'`),
    );
    await writtenAnew(runner, 'roster_change', ['before', 'after']);
  }

  async down(): Promise<void> {
    // Nothing brings a number back, and the version before reads masked ones as well.
  }
}

/** As src/core/formats/mask.ts does it: too short a number is hidden whole. */
function masked(column: string): string {
  return `repeat('*', case when length(${column}) <= 4 then length(${column}) else length(${column}) - 4 end)
    || case when length(${column}) <= 4 then '' else right(${column}, 4) end`;
}

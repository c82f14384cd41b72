import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A statement that changed or deleted more than ten thousand rows left no more than their number: whoever wanted to
 * change one of them unseen had only to change many. New rows stand in their table, so those may be counted.
 */
export class KeepWhatIsChanged1790000003402 implements MigrationInterface {
  name = 'KeepWhatIsChanged1790000003402';

  async up(runner: QueryRunner): Promise<void> {
    await replace(runner, MANY_ROWS, MANY_NEW_ROWS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await replace(runner, MANY_NEW_ROWS, MANY_ROWS);
  }
}

const MANY_ROWS = 'only_counted := only_counted or total > 10000;';
const MANY_NEW_ROWS = `only_counted := only_counted or tg_op = 'INSERT' and total > 10000;`;

/** The rest of the function stays, its owner and who may call it as well. */
async function replace(runner: QueryRunner, before: string, after: string): Promise<void> {
  const [found] = (await runner.query(
    `select pg_get_functiondef('audit.record()'::regprocedure) as definition`,
  )) as { readonly definition: string }[];
  const parts = found?.definition.split(before) ?? [];
  if (parts.length !== 2) throw new Error('audit.record() is not as this migration knows it');
  await runner.query(parts.join(after));
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A move first takes the lock of its foreign key on the budget line, as every move at the same moment may, and
 * then the line itself. FOR UPDATE waits for those key locks, so two moves waited for each other; a line's key
 * never changes, and FOR NO KEY UPDATE waits only for those who change the line.
 */
export class LockBudgetsWeakly1790000001130 implements MigrationInterface {
  name = 'LockBudgetsWeakly1790000001130';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(changeLock('order by id for update', 'order by id for no key update'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(changeLock('order by id for no key update', 'order by id for update'));
  }
}

/** The function as it is, but for its lock; refused when the lock is not where it was. */
function changeLock(from: string, to: string): string {
  return `
    do $do$ declare definition text := pg_get_functiondef('apply_budget_moves()'::regprocedure); begin
      if strpos(definition, '${from};') = 0 then raise exception 'apply_budget_moves() does not lock as expected'; end if;
      execute replace(definition, '${from};', '${to};');
    end $do$;`;
}

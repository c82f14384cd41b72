import { ask } from './session.js';

/** What time it is for the decisions of the database itself: only who owns it says so, and no program. */
export async function setDatabaseClock(url: string, at: Date): Promise<void> {
  await ask(
    url,
    `create or replace function present_moment() returns timestamptz language sql volatile
       set search_path = pg_catalog, public, pg_temp as $$ select timestamptz '${at.toISOString()}' $$`,
  );
}

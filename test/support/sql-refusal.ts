import type { INestApplicationContext } from '@nestjs/common';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { databaseEnvironment, ownerUrlOf } from './database.js';

/** Who speaks to the database: the owner of everything, or the login that the application uses. */
export type Speaker = 'owner' | 'application';

/** By which constraint, or else with which code, the database refuses written statements; `accepted` when it does not. */
export async function sqlRefusal(
  app: INestApplicationContext,
  speaker: Speaker,
  ...statements: readonly string[]
): Promise<string> {
  const ownerUrl = ownerUrlOf(app.get(DataSource));
  const connectionString = speaker === 'owner' ? ownerUrl : databaseEnvironment(ownerUrl).DATABASE_URL;
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    await client.query('begin');
    if (speaker === 'application') await client.query('set role honor_app');
    for (const statement of statements) await client.query(statement);
    await client.query('commit');
    return 'accepted';
  } catch (error) {
    const { code, constraint } = error as { code?: string; constraint?: string };
    return constraint ?? code ?? String(error);
  } finally {
    await client.end();
  }
}

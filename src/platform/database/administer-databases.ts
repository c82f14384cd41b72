import pg from 'pg';
import { DomainError } from '../../core/shared/domain-error.js';
import { withDatabase } from './database-url.js';
import { asUnreachable, codeOf } from './unreachable.js';

// The second: somebody else was creating it at the same moment, and has finished.
const DUPLICATE_DATABASE = new Set(['42P04', '23505']);

const OBJECT_IN_USE = '55006';

/** Creates an empty database beside the one that `url` names, unless it is already there. */
export async function createDatabase(url: string, name: string): Promise<void> {
  try {
    await administer(url, async (client) => {
      // Asked first, because the server logs every refused creation as an error.
      const known = await client.query('select from pg_database where datname = $1', [name]);
      if (known.rowCount === 0) await client.query(creationOf(name));
    });
  } catch (error) {
    if (!DUPLICATE_DATABASE.has(codeOf(error))) throw error;
  }
}

/**
 * Throws away the database `name` and creates it empty.
 *
 * @throws DomainError `demo.already-running` while anybody is connected to it: their work is not thrown away
 */
export async function recreateDatabase(url: string, name: string): Promise<void> {
  try {
    await administer(url, async (client) => {
      await client.query(`drop database if exists ${pg.escapeIdentifier(name)}`);
      await client.query(creationOf(name));
    });
  } catch (error) {
    const isTaken = codeOf(error) === OBJECT_IN_USE || DUPLICATE_DATABASE.has(codeOf(error));
    throw isTaken ? new DomainError('conflict', 'demo.already-running', { database: name }) : error;
  }
}

function creationOf(name: string): string {
  return `create database ${pg.escapeIdentifier(name)} template template0`;
}

async function administer(url: string, act: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: withDatabase(url, 'postgres') });
  try {
    await client.connect();
    await act(client);
  } catch (error) {
    throw asUnreachable(error, url);
  } finally {
    await client.end();
  }
}

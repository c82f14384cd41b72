import pg from 'pg';
import type { DataSource } from 'typeorm';
import { DomainError } from '../../core/shared/domain-error.js';

/** The role of the application: it owns no table, and the migrations say what it may do with each. */
export const APPLICATION_ROLE = 'honor_app';

/** Who connects as what to the same database. */
export interface DatabaseUrls {
  /** Of the owner of the schema: for migrations only. */
  readonly ownerUrl: string;
  /** Of the application; every statement runs as `APPLICATION_ROLE`. */
  readonly url: string;
}

// What the server answers when another process does the same to a role at the same moment.
const ROLE_CHANGED_MEANWHILE = 'XX000';

// Since version 16 a member need not be allowed to act as the role.
const IS_MEMBER = `select where pg_has_role($1, '${APPLICATION_ROLE}',
  case when current_setting('server_version_num')::int < 160000 then 'member' else 'set' end)`;

/**
 * Lets the login of the application act as its role, by the owner's connection, and sees to it that it can make no
 * temporary objects: they would come before those of the owner in functions that run with the owner's rights. That
 * right belongs to the database and not to its schema, so neither a copy nor a restored dump has it taken away.
 *
 * @throws DomainError `database.temporary-open` when whoever migrates may not take it away
 */
export async function admitApplication(owner: DataSource, { url }: DatabaseUrls): Promise<void> {
  await closeTemporary(owner);
  const { username, password } = new URL(url);
  const login = decodeURIComponent(username);
  if (login === APPLICATION_ROLE) await openLogin(owner, decodeURIComponent(password));
  else await addMember(owner, login);
}

async function closeTemporary(owner: DataSource): Promise<void> {
  const [{ database, isOpen }] = await temporaryRights(owner);
  if (!isOpen) return;
  await once(owner, `revoke temporary on database ${pg.escapeIdentifier(database)} from public`);
  const [{ isOpen: isStillOpen }] = await temporaryRights(owner);
  if (isStillOpen) throw new DomainError('unavailable', 'database.temporary-open', { database });
}

function temporaryRights(owner: DataSource): Promise<[{ database: string; isOpen: boolean }]> {
  return owner.query(
    `select current_database() as database,
            has_database_privilege('${APPLICATION_ROLE}', current_database(), 'temporary') as "isOpen"`,
  );
}

// The embedded server: the role is its own login. Asked first, so that nothing is written when nothing changes.
async function openLogin(owner: DataSource, password: string): Promise<void> {
  const open = await has(owner, 'select from pg_roles where rolname = $1 and rolcanlogin', [
    APPLICATION_ROLE,
  ]);
  if (open) return;
  await once(owner, `alter role ${APPLICATION_ROLE} login password ${pg.escapeLiteral(password)}`);
}

async function addMember(owner: DataSource, login: string): Promise<void> {
  if (await has(owner, IS_MEMBER, [login])) return;
  await once(owner, `grant ${APPLICATION_ROLE} to ${pg.escapeIdentifier(login)}`);
}

async function has(owner: DataSource, query: string, parameters: readonly string[]): Promise<boolean> {
  const rows = await owner.query<unknown[]>(query, [...parameters]);
  return rows.length > 0;
}

async function once(owner: DataSource, statement: string): Promise<void> {
  try {
    await owner.query(statement);
  } catch (error) {
    if ((error as { code?: unknown }).code !== ROLE_CHANGED_MEANWHILE) throw error;
    await owner.query(statement);
  }
}

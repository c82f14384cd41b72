import type { INestApplicationContext } from '@nestjs/common';
import { generateSync } from 'otplib';
import { RoleGrantsService } from '../../src/modules/access/role-grants.service.js';
import type { Actor, Origin, SignedIn } from '../../src/modules/identity/identity.service.js';
import { IdentityService } from '../../src/modules/identity/identity.service.js';
import { LinkAcceptanceService } from '../../src/modules/identity/link-acceptance.service.js';
import { LinksService } from '../../src/modules/identity/links.service.js';
import { SecondFactorService } from '../../src/modules/identity/second-factor.service.js';
import { UsersService } from '../../src/modules/users/users.service.js';
import type { Clock } from '../../src/platform/clock.js';
import { addUsers } from './users.js';

/** A password that the rules take. */
export const PASSWORD = 'tiga kerbau menyeberang sungai';

export const ORIGIN: Origin = { address: '203.0.113.7', agent: 'Peramban uji' };

/** The authenticator of one person: her codes at the moment of the clock, or so many seconds from it. */
export interface Authenticator {
  readonly recoveryCodes: readonly string[];
  readonly code: (secondsLater?: number) => string;
}

/** Makes somebody an administrator of the installation; another user gives her the role. */
export async function makeAdministrator(
  app: INestApplicationContext,
  username: string,
  by: string,
): Promise<void> {
  const users = app.get(UsersService);
  const wish = { user: await users.require(username), role: 'administrator', basis: 'SK Bupati 5/2026' };
  const scope = { kind: 'installation' } as const;
  await app.get(RoleGrantsService).grant({ ...wish, scope, by: await users.require(by) });
}

/** The user as somebody who acts. */
export async function actorOf(app: INestApplicationContext, username: string): Promise<Actor> {
  return { ...ORIGIN, userId: (await app.get(UsersService).require(username)).id };
}

/** Registers people who can sign in with `PASSWORD`; the first one invites them all, also herself. */
export async function addMembers(
  app: INestApplicationContext,
  ...usernames: readonly [string, ...string[]]
): Promise<void> {
  await addUsers(app, ...usernames);
  await letIn(app, usernames[0], usernames);
}

/** Lets people who are registered sign in with `PASSWORD`; one of them invites them all. */
export async function letIn(
  app: INestApplicationContext,
  host: string,
  usernames: readonly string[],
): Promise<void> {
  const by = await actorOf(app, host);
  for (const username of usernames) {
    const { id } = await app.get(UsersService).require(username);
    const { token } = await app.get(LinksService).invite(id, by);
    await app.get(LinkAcceptanceService).accept(token, { password: PASSWORD, ...ORIGIN });
  }
}

export function signIn(app: INestApplicationContext, username: string, code?: string): Promise<SignedIn> {
  return app.get(IdentityService).signIn({ username, password: PASSWORD, code, ...ORIGIN });
}

/** Gives the holder of the session a second factor. */
export async function setUpSecondFactor(
  app: INestApplicationContext,
  { session }: SignedIn,
  clock: Clock,
): Promise<SignedIn & Authenticator> {
  const factors = app.get(SecondFactorService);
  const { secret } = await factors.begin(session);
  const code = (secondsLater = 0) => generateSync({ secret, epoch: epochOf(clock) + secondsLater });
  return { ...(await factors.confirm(session, code(), ORIGIN)), code };
}

/** Moves the clock on and says so. */
export function minutesLater(now: Date, minutes: number): Date {
  return new Date(now.getTime() + minutes * 60_000);
}

function epochOf(clock: Clock): number {
  return Math.floor(clock.now().getTime() / 1000);
}

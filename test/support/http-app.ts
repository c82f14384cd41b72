import type { NestExpressApplication } from '@nestjs/platform-express';
import { generateSync } from 'otplib';
import { SYSTEM } from '../../src/core/access/actor.js';
import type { Role } from '../../src/core/access/role.js';
import type { Scope } from '../../src/core/access/scope.js';
import { RoleGrantsService } from '../../src/modules/access/role-grants.service.js';
import { UsersService } from '../../src/modules/users/users.service.js';
import { openHttpApp } from '../../src/open-http-app.js';
import { SteppedClock } from '../../src/platform/clock.js';
import { readConfiguration } from '../../src/platform/configuration.js';
import { readHttpConfiguration } from '../../src/platform/http-configuration.js';
import { CurrentActor } from '../../src/platform/session/current-actor.js';
import type { Limits } from '../../src/web/throttle.js';
import { OCTOBER_5 } from './app.js';
import { Caller } from './caller.js';
import { databaseEnvironment, testDatabaseUrl } from './database.js';
import { CHEAP_PASSWORDS } from './field-keys.js';
import { addMembers, PASSWORD } from './identity.js';

const PLENTY: Limits = { perAddress: 1_000_000, perPerson: 1_000_000 };

export interface HttpWish {
  readonly limits?: Limits;
  readonly environment?: Readonly<Record<string, string>>;
  /** The owner's, of a database that is there; one of its own unless told. */
  readonly databaseUrl?: string;
  /** Where it listens; on a free port unless told. */
  readonly port?: number;
}

/** The service as a server, with people whom no test needs to invite first. */
export interface HttpOffice {
  readonly app: NestExpressApplication;
  readonly clock: SteppedClock;
  /** Where it listens. */
  readonly url: string;
  /** The database's owner. */
  readonly databaseUrl: string;
  /** Does something as the system, beside HTTP. */
  asSystem<Result>(act: () => Result): Result;
  caller(): Caller;
  /** Registers people who can sign in; the first invites them. */
  people(...usernames: readonly [string, ...string[]]): Promise<void>;
  /** Gives a role, and answers the number of the grant. */
  grant(username: string, role: Role, scope: Scope): Promise<number>;
  /** Somebody who is registered, signed in; with a second factor when asked. */
  signedIn(username: string, wish?: { readonly secondFactor?: boolean }): Promise<Caller>;
}

/** Opens it on a database of this spec file alone, listening on a free port; closed after the last test. */
export async function httpOffice(wish: HttpWish = {}): Promise<HttpOffice> {
  const databaseUrl = wish.databaseUrl ?? (await testDatabaseUrl());
  const { app, clock, url } = await listening(databaseUrl, wish);
  afterAll(() => app.close());
  const asSystem = <Result>(act: () => Result) => app.get(CurrentActor).run(SYSTEM, act);
  return {
    app,
    clock,
    url,
    databaseUrl,
    asSystem,
    caller: () => new Caller(url),
    people: (...usernames) => asSystem(() => addMembers(app, ...usernames)),
    grant: (username, role, scope) => asSystem(() => grant(app, username, role, scope)),
    signedIn: (username, { secondFactor = false } = {}) =>
      signedIn(new Caller(url), username, secondFactor ? clock : undefined),
  };
}

/** One more process of the service on the same database, as far as a test can tell; who opens it closes it. */
export async function listening(
  databaseUrl: string,
  wish: HttpWish = {},
): Promise<Pick<HttpOffice, 'app' | 'clock' | 'url'>> {
  const clock = new SteppedClock(OCTOBER_5);
  const app = await openHttpApp({
    configuration: readConfiguration({ ...databaseEnvironment(databaseUrl), ...wish.environment }),
    database: { name: 'honor', fresh: false },
    clock,
    passwordCost: CHEAP_PASSWORDS,
    http: readHttpConfiguration(wish.environment ?? {}),
    limits: wish.limits ?? PLENTY,
  });
  await app.listen(wish.port ?? 0, '127.0.0.1');
  return { app, clock, url: await app.getUrl() };
}

async function grant(
  app: NestExpressApplication,
  username: string,
  role: Role,
  scope: Scope,
): Promise<number> {
  const user = await app.get(UsersService).require(username);
  const by = { ...user, id: 0 };
  const everybody = await app.get(UsersService).list();
  const other = everybody.find(({ id }) => id !== user.id) ?? by;
  const { id } = await app
    .get(RoleGrantsService)
    .grant({ user, role, scope, basis: 'SK Bupati 5/2026', by: other });
  return id;
}

async function signedIn(caller: Caller, username: string, clock: SteppedClock | undefined): Promise<Caller> {
  const answer = await caller.post('/api/v1/sessions', { username, password: PASSWORD });
  expect(answer.status).toBe(201);
  if (clock !== undefined) await setUpSecondFactor(caller, clock);
  return caller;
}

/** Gives the caller a second factor over HTTP, and answers how to make its codes. */
export async function setUpSecondFactor(
  caller: Caller,
  clock: SteppedClock,
): Promise<(secondsLater?: number) => string> {
  const begun = await caller.post('/api/v1/own-second-factor');
  expect(begun.status).toBe(201);
  const { secret } = begun.body as { secret: string };
  const code = (secondsLater = 0) =>
    generateSync({ secret, epoch: Math.floor(clock.now().getTime() / 1000) + secondsLater });
  const confirmed = await caller.post('/api/v1/own-second-factor/confirmation', { code: code() });
  expect(confirmed.status).toBe(200);
  return code;
}

import type { Role } from '../../src/core/access/role.js';
import type { Caller } from './caller.js';
import { ApiClient, type ApiDocument } from './api-client.js';
import { httpOffice, type HttpOffice } from './http-app.js';
import { letIn } from './identity.js';
import { SIGUNTUR, type Office } from './nagari.js';
import { aPayingNagari } from './payments.js';

/** A nagari that can pay, whose four people are signed in with a second factor, and a client for its API. */
export interface HttpNagari extends HttpOffice {
  readonly people: Office & HttpOffice['people'];
  readonly client: ApiClient;
  readonly operator: Caller;
  readonly verifier: Caller;
  readonly wali: Caller;
  readonly treasurer: Caller;
  /** Somebody new with one role for the nagari, or with none; signed in with a second factor. */
  member(username: string, role?: Role, region?: string): Promise<Caller>;
}

const roleOf = { ani: 'operator', budi: 'verifier', datuk: 'approver', eka: 'treasurer' } as const;

/**
 * Siguntur over HTTP.
 *
 * @param prepare what is to be there: a nagari that can pay unless told
 */
export async function httpNagari(
  prepare: (app: HttpOffice['app']) => Promise<Office> = aPayingNagari,
): Promise<HttpNagari> {
  const office = await httpOffice();
  const { app } = office;
  const staff = await office.asSystem(() => prepare(app));
  const usernames = Object.keys(roleOf) as (keyof typeof roleOf)[];
  await office.asSystem(() => letIn(app, 'ani', usernames));
  for (const username of usernames) await grant(office, username, roleOf[username]);
  const signedIn = (username: string) => office.signedIn(username, { secondFactor: true });
  const document = (await office.caller().get('/api/openapi.json')).body as ApiDocument;
  return {
    ...office,
    people: Object.assign((...names: Parameters<HttpOffice['people']>) => office.people(...names), staff),
    client: new ApiClient(document),
    operator: await signedIn('ani'),
    verifier: await signedIn('budi'),
    wali: await signedIn('datuk'),
    treasurer: await signedIn('eka'),
    member: async (username, role, region = SIGUNTUR) => {
      await office.people(username);
      if (role !== undefined) await grant(office, username, role, region);
      return signedIn(username);
    },
  };
}

async function grant(office: HttpOffice, username: string, role: Role, region = SIGUNTUR): Promise<void> {
  const scope = role === 'administrator' ? 'installation' : 'region';
  await office.grant(username, role, scope === 'region' ? { kind: scope, code: region } : { kind: scope });
}

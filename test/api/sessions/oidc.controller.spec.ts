import { SYSTEM } from '../../../src/core/access/actor.js';
import { IdentityService, type SignedIn } from '../../../src/modules/identity/identity.service.js';
import { OidcLinksService } from '../../../src/modules/identity/oidc-links.service.js';
import { OidcSignInService } from '../../../src/modules/identity/oidc-sign-in.service.js';
import { StandingService } from '../../../src/modules/identity/standing.service.js';
import { openHttpApp } from '../../../src/open-http-app.js';
import { SteppedClock } from '../../../src/platform/clock.js';
import { readConfiguration } from '../../../src/platform/configuration.js';
import { readHttpConfiguration } from '../../../src/platform/http-configuration.js';
import { CurrentActor } from '../../../src/platform/session/current-actor.js';
import { OCTOBER_5 } from '../../support/app.js';
import { Browser, locationOf } from '../../support/browser.js';
import { Caller } from '../../support/caller.js';
import { databaseEnvironment, testDatabaseUrl } from '../../support/database.js';
import { CHEAP_PASSWORDS } from '../../support/field-keys.js';
import { actorOf, minutesLater, ORIGIN } from '../../support/identity.js';
import { testProvider } from '../../support/oidc-provider.js';
import { refusalCodes } from '../../support/refusal.js';
import { ask } from '../../support/session.js';
import { addUsers } from '../../support/users.js';

const HONOR = 'https://honor.example';
const CALLBACK = `${HONOR}/api/v1/oidc/callback`;
const START = `${HONOR}/api/v1/oidc/start`;
const FLOW = '__Host-honor-oidc';
const SESSION = '__Host-honor';

const client = { id: 'honor', secret: 'hanya untuk uji: satu, dua', redirectUrl: CALLBACK };
const provider = await testProvider(client);
const url = await testDatabaseUrl();
const clock = new SteppedClock(OCTOBER_5);
const app = await openHttpApp({
  configuration: readConfiguration({
    ...databaseEnvironment(url),
    HONOR_OIDC_ISSUER: provider.issuer,
    HONOR_OIDC_CLIENT_ID: client.id,
    HONOR_OIDC_CLIENT_SECRET: client.secret,
    HONOR_OIDC_REDIRECT_URL: client.redirectUrl,
    HONOR_OIDC_SECOND_FACTOR_ACR: 'urn:two mfa',
  }),
  database: { name: 'honor', fresh: false },
  clock,
  passwordCost: CHEAP_PASSWORDS,
  http: readHttpConfiguration({ HONOR_PUBLIC_URL: HONOR }),
  limits: readHttpConfiguration({}).limits,
});
afterAll(() => app.close());
await app.listen(0, '127.0.0.1');
const hosts = { [HONOR]: await app.getUrl() };

const [identity, oidc, links] = [
  app.get(IdentityService),
  app.get(OidcSignInService),
  app.get(OidcLinksService),
];
const asSystem = <Result>(act: () => Result) => app.get(CurrentActor).run(SYSTEM, act);
const codesOf = (act: () => unknown) => asSystem(() => refusalCodes(act));
await asSystem(() => addUsers(app, 'rina', 'ani', 'budi'));
const [rina, ani, budi] = [await actorOf(app, 'rina'), await actorOf(app, 'ani'), await actorOf(app, 'budi')];
await asSystem(() => links.link(ani.userId, 'sub-ani', rina));
await asSystem(() => links.link(budi.userId, 'sub-budi', rina));

/** Goes to the provider and comes back with its answer, which nobody has been shown yet. */
async function returning(browser: Browser, accountId = 'sub-ani'): Promise<string> {
  provider.person = { accountId };
  return browser.follow(START, CALLBACK);
}

async function refusalAt(browser: Browser, address: string): Promise<unknown> {
  const answer = await browser.get(address);
  const { code } = (await answer.json()) as { code: string };
  expect(browser.cookie(HONOR, SESSION)).toBeUndefined();
  return [answer.status, code];
}

const REFUSED = [401, 'identity.oidc-refused'];

describe('signing in at the provider', () => {
  it('opens a session under a new token and leads to the first page', async () => {
    const browser = new Browser(hosts);
    const started = await browser.get(START);
    expect(started.status).toBe(302);
    expect(started.headers.getSetCookie().join()).toMatch(
      /^__Host-honor-oidc=[\w-]+; Max-Age=600; Path=\/; .*HttpOnly; Secure; SameSite=Lax$/,
    );
    const asked = new URL(locationOf(started, START));
    expect(Object.fromEntries(asked.searchParams)).toMatchObject({
      redirect_uri: CALLBACK,
      response_type: 'code',
      scope: 'openid',
      code_challenge_method: 'S256',
      acr_values: 'urn:two mfa',
    });
    provider.person = { accountId: 'sub-ani' };
    const answer = await browser.get(await browser.follow(asked.href, CALLBACK));
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(await answer.text()).toContain('content="0; url=/"');
    expect(browser.cookie(HONOR, FLOW)).toBeUndefined();
    const session = await identity.sessionOf(browser.cookie(HONOR, SESSION) ?? '');
    expect(session).toMatchObject({ username: 'ani', method: 'oidc', hasSecondFactor: false });
    const told = await browser.get(`${HONOR}/api/v1/sessions/current`);
    expect(await told.json()).toMatchObject({ session: { username: 'ani', hasSecondFactor: false } });
  });

  it.each([
    [{ acr: 'urn:two' }, true],
    [{ amr: ['pwd', 'mfa'] }, true],
    [{ amr: ['pwd'] }, false],
  ])('counts a second factor only in the agreed words: %j', async (says, hasSecondFactor) => {
    const browser = new Browser(hosts);
    provider.person = { accountId: 'sub-ani', ...says };
    await browser.get(await browser.follow(START, CALLBACK));
    const session = await identity.sessionOf(browser.cookie(HONOR, SESSION) ?? '');
    expect(session).toMatchObject({ username: 'ani', hasSecondFactor });
  });

  it('leads nowhere else, whatever the address says', async () => {
    const browser = new Browser(hosts);
    const address = await returning(browser);
    const answer = await browser.get(`${address}&next=https%3A%2F%2Fjahat.example&returnTo=//jahat.example`);
    expect([answer.status, answer.headers.get('location')]).toEqual([200, null]);
    expect(await answer.text()).not.toContain('jahat');
    const started = await new Browser(hosts).get(`${START}?redirect_uri=https%3A%2F%2Fjahat.example`);
    expect([started.status, started.headers.get('location')]).toEqual([422, null]);
    const forged = {
      host: 'jahat.example',
      'x-forwarded-host': 'jahat.example',
      forwarded: 'host=jahat.example',
    };
    const told = await new Caller(hosts[HONOR]).send('get', '/api/v1/oidc/start', { headers: forged });
    expect(new URL(told.headers.location ?? '').searchParams.get('redirect_uri')).toBe(CALLBACK);
  });
});

describe('an answer that cannot be trusted', () => {
  it('is refused with another state, without one, or with a code that was not given', async () => {
    for (const [name, value] of [
      ['state', 'lain'],
      ['state', ''],
      ['code', 'lain'],
      ['iss', 'https://jahat.example'],
    ] as const) {
      const browser = new Browser(hosts);
      const address = new URL(await returning(browser));
      address.searchParams.set(name, value);
      expect(await refusalAt(browser, address.href)).toEqual(REFUSED);
    }
  });

  it('is refused in a browser that did not ask, or that asked something else', async () => {
    const [victim, attacker] = [new Browser(hosts), new Browser(hosts)];
    const address = await returning(attacker);
    expect(await refusalAt(victim, address)).toEqual(REFUSED);
    await victim.get(START);
    expect(await refusalAt(victim, address)).toEqual(REFUSED);
  });

  it('is refused the second time, with the same flow', async () => {
    const browser = new Browser(hosts);
    const address = await returning(browser);
    const flow = browser.cookie(HONOR, FLOW);
    expect((await browser.get(address)).status).toBe(200);
    browser.setCookie(HONOR, SESSION, undefined);
    expect(await refusalAt(browser, address)).toEqual(REFUSED);
    browser.setCookie(HONOR, FLOW, flow);
    expect(await refusalAt(browser, address)).toEqual(REFUSED);
  });

  it('is refused after ten minutes, and with a flow that we did not seal', async () => {
    const browser = new Browser(hosts);
    const address = await returning(browser);
    clock.moveTo(minutesLater(clock.now(), 10));
    expect(await refusalAt(browser, address)).toEqual(REFUSED);
    const other = await returning(browser);
    const flow = browser.cookie(HONOR, FLOW) ?? '';
    browser.setCookie(HONOR, FLOW, `${flow.slice(0, -2)}AA`);
    expect(await refusalAt(browser, other)).toEqual(REFUSED);
    browser.setCookie(HONOR, FLOW, 'bukan-segel');
    expect(await refusalAt(browser, other)).toEqual(REFUSED);
  });

  it.each(['nonce', 'code_challenge'])('is refused when it was asked for with another %s', async (name) => {
    const browser = new Browser(hosts);
    const asked = new URL(locationOf(await browser.get(START), START));
    asked.searchParams.set(name, 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM');
    provider.person = { accountId: 'sub-ani' };
    expect(await refusalAt(browser, await browser.follow(asked.href, CALLBACK))).toEqual(REFUSED);
  });

  it('is refused when the provider says no', async () => {
    const browser = new Browser(hosts);
    const address = new URL(await returning(browser));
    address.searchParams.delete('code');
    address.searchParams.set('error', 'access_denied');
    expect(await refusalAt(browser, address.href)).toEqual(REFUSED);
  });
});

describe('who may come in', () => {
  const unlinked = [401, 'identity.oidc-unlinked'];

  it('is nobody whom nobody linked; no user is made, and the try is recorded', async () => {
    const before = await ask(url, 'select count(*)::int from app_user');
    const browser = new Browser(hosts);
    expect(await refusalAt(browser, await returning(browser, 'sub-siapa'))).toEqual(unlinked);
    expect(await ask(url, 'select count(*)::int from app_user')).toEqual(before);
    const last = 'select what, user_id, detail from identity_event order by id desc limit 1';
    expect(await ask(url, last)).toEqual(['sign-in-refused', null, 'oidc']);
  });

  it('is not whoever was deactivated, or unlinked, also while the provider was asked', async () => {
    const browser = new Browser(hosts);
    const address = await returning(browser, 'sub-budi');
    await asSystem(() => app.get(StandingService).deactivate(budi.userId, rina, 'pindah'));
    expect(await refusalAt(browser, address)).toEqual(unlinked);
    await asSystem(() => app.get(StandingService).reactivate(budi.userId, rina, 'kembali'));
    const again = await returning(browser, 'sub-budi');
    await asSystem(() => links.unlink(budi.userId, rina));
    expect(await refusalAt(browser, again)).toEqual(unlinked);
  });

  it('is linked and unlinked by another person, and that is recorded', async () => {
    expect(await codesOf(() => links.link(ani.userId, 'sub-lain', ani))).toEqual([
      'identity.needs-another-person',
    ]);
    expect(await codesOf(() => links.link(ani.userId, 'sub-lain', rina))).toEqual([
      'identity.oidc-link-taken',
    ]);
    expect(await codesOf(() => links.link(rina.userId, 'sub-ani', ani))).toEqual([
      'identity.oidc-link-taken',
    ]);
    for (const subject of ['', 'dua kata', 'x'.repeat(256)])
      expect(await codesOf(() => links.link(rina.userId, subject, ani))).toEqual([
        'identity.oidc-subject-wrong',
      ]);
    expect(await codesOf(() => links.unlink(rina.userId, ani))).toEqual(['identity.oidc-link-missing']);
    await asSystem(() => links.link(rina.userId, 'sub-rina', ani));
    const signedIn = await signedInAs('sub-rina');
    await asSystem(() => links.unlink(rina.userId, ani));
    expect(await identity.sessionOf(signedIn.token)).toBeUndefined();
    const events = `select what, actor_id, detail from identity_event where user_id = ${String(rina.userId)} order by id`;
    const detail = `${provider.issuer}/`;
    expect(await ask(url, events)).toEqual(
      [
        ['oidc-linked', ani.userId, detail],
        ['sign-in', rina.userId, 'oidc'],
        ['oidc-unlinked', ani.userId, detail],
      ].flat(),
    );
  });

  async function signedInAs(accountId: string): Promise<SignedIn> {
    const { url: asked, flow } = await oidc.begin('/');
    provider.person = { accountId };
    const answered = await new Browser(hosts).follow(asked, CALLBACK);
    return (await oidc.finish(new URL(answered), flow, ORIGIN)).signedIn;
  }
});

describe('a provider that is away', () => {
  it('is said to be, and asked again the next time', async () => {
    const browser = new Browser(hosts);
    const address = await returning(browser);
    await provider.leave();
    const away = [503, 'identity.oidc-unreachable'];
    expect(await refusalAt(browser, address)).toEqual(away);
    await provider.comeBack();
    const again = await browser.get(await returning(browser));
    expect(again.status).toBe(200);
  });
});

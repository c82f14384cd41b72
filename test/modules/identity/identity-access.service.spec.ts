import type { Person } from '../../../src/core/access/actor.js';
import { AccessTokensService } from '../../../src/modules/identity/access-tokens.service.js';
import { CredentialsService } from '../../../src/modules/identity/credentials.service.js';
import { LinksService } from '../../../src/modules/identity/links.service.js';
import { OidcLinksService } from '../../../src/modules/identity/oidc-links.service.js';
import { SecondFactorService } from '../../../src/modules/identity/second-factor.service.js';
import { SessionsService } from '../../../src/modules/identity/sessions.service.js';
import { StandingService } from '../../../src/modules/identity/standing.service.js';
import { UsersService } from '../../../src/modules/users/users.service.js';
import { CurrentActor } from '../../../src/platform/session/current-actor.js';
import { testApp } from '../../support/app.js';
import { actorOf, addMembers, minutesLater, ORIGIN, PASSWORD, signIn } from '../../support/identity.js';
import { refusalCodes } from '../../support/refusal.js';

const { app, clock } = await testApp();
await addMembers(app, 'rina', 'ani');
const [rina, ani] = [await actorOf(app, 'rina'), await actorOf(app, 'ani')];
const { session } = await signIn(app, 'ani');
const services = {
  users: app.get(UsersService),
  sessions: app.get(SessionsService),
  tokens: app.get(AccessTokensService),
  factors: app.get(SecondFactorService),
  standing: app.get(StandingService),
  links: app.get(LinksService),
  oidc: app.get(OidcLinksService),
  credentials: app.get(CredentialsService),
};
const { users, sessions, tokens, factors, standing, links, oidc, credentials } = services;

const named = (userId: number, more: Partial<Person> = {}): Person => ({
  kind: 'person',
  userId,
  username: 'x',
  fullName: 'Rina',
  grants: [],
  hasSecondFactor: true,
  ...more,
});
const administrator = { role: 'administrator', scope: { kind: 'installation' } } as const;
const codesAs = (person: Person, act: () => unknown) =>
  app.get(CurrentActor).run(person, () => refusalCodes(act));

const token = { name: 'x', operations: ['user.read'], expiresAt: minutesLater(clock.now(), 60) };
const newPassword = { current: PASSWORD, password: 'empat kuda menyeberang jembatan', ...ORIGIN };
const gita = { username: 'gita', fullName: 'Gita', position: 'Staf' };

/** What administrators do to others. */
const forAdministrators: Readonly<Record<string, () => unknown>> = {
  'users.add': () => users.add(gita),
  'users.list': () => users.list(),
  'users.page (list)': () => users.page({ limit: 1 }),
  'links.invite': () => links.invite(ani.userId, rina),
  'standing.deactivate': () => standing.deactivate(ani.userId, rina, 'x'),
  'standing.reactivate': () => standing.reactivate(ani.userId, rina, 'x'),
  'factors.reset': () => factors.reset(ani.userId, rina, 'x'),
  'factors.stateOf': () => factors.stateOf(ani.userId),
  'oidc.link': () => oidc.link(ani.userId, 's', rina),
  'oidc.unlink': () => oidc.unlink(ani.userId, rina),
  'sessions.list': () => sessions.list(ani.userId),
  'sessions.end': () => sessions.end(session.id, ani.userId, rina),
  'sessions.endAll': () => sessions.endAll(ani.userId, rina),
  'tokens.list': () => tokens.list(ani.userId),
  'tokens.revoke': () => tokens.revoke(1, ani.userId, rina),
};

/** What each does for herself. */
const inPerson: Readonly<Record<string, () => unknown>> = {
  'credentials.change': () => credentials.change(session, newPassword),
  'factors.begin': () => factors.begin(session),
  'factors.confirm': () => factors.confirm(session, '000000', ORIGIN),
  'factors.newRecoveryCodes': () => factors.newRecoveryCodes(session, ORIGIN),
  'tokens.create': () => tokens.create(ani.userId, token, ani),
  'tokens.createIn': () => tokens.createIn(session, { ...token, days: 1 }, ORIGIN),
};

describe('the services themselves, whichever door a wish came through', () => {
  it.each(Object.entries(forAdministrators))('%s is for administrators', async (_, act) => {
    expect(await codesAs(named(rina.userId), act)).toEqual(['access.no-role']);
    const machine = named(rina.userId, { grants: [administrator], onlyOperations: [] });
    expect(await codesAs(machine, act)).toEqual(['access.token-limited']);
  });

  it.each(Object.entries(forAdministrators).filter(([name]) => !/list|stateOf|add/.test(name)))(
    '%s wants a second factor, and is done in no name but the own',
    async (_, act) => {
      const without = named(rina.userId, { grants: [administrator], hasSecondFactor: false });
      expect(await codesAs(without, act)).toEqual(['access.second-factor']);
      const other = named(rina.userId + 1000, { grants: [administrator] });
      expect(await codesAs(other, act)).toEqual(['access.not-oneself']);
    },
  );

  it.each(Object.entries(inPerson))('%s is for oneself only, and not for a machine', async (_, act) => {
    const mightiest = named(rina.userId, { grants: [administrator] });
    expect(await codesAs(mightiest, act)).toEqual(['access.not-oneself']);
    expect(await codesAs(named(ani.userId, { onlyOperations: ['user.read'] }), act)).toEqual([
      'access.not-oneself',
    ]);
  });

  it('let each look at, and end, her own ways in', async () => {
    const self = named(ani.userId);
    expect(await codesAs(self, () => sessions.list(ani.userId))).toEqual([]);
    expect(await codesAs(self, () => tokens.list(ani.userId))).toEqual([]);
    expect(await codesAs(self, () => factors.stateOf(ani.userId))).toEqual([]);
    expect(await codesAs(self, () => tokens.revoke(1, ani.userId, ani))).toEqual(['identity.token-unknown']);
    expect(await codesAs(self, () => sessions.endAll(ani.userId, rina))).toEqual(['access.not-oneself']);
    expect(await codesAs(self, () => sessions.end(session.id, ani.userId, ani))).toEqual([]);
  });
});

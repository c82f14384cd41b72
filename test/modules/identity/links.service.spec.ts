import type { Tx } from '../../../src/platform/database/transaction.js';
import { IdentityService } from '../../../src/modules/identity/identity.service.js';
import { LinkAcceptanceService } from '../../../src/modules/identity/link-acceptance.service.js';
import { LinksService } from '../../../src/modules/identity/links.service.js';
import { UsersService, type User } from '../../../src/modules/users/users.service.js';
import { testApp } from '../../support/app.js';
import { actorOf, minutesLater, ORIGIN, PASSWORD, signIn } from '../../support/identity.js';
import { refusalCodes } from '../../support/refusal.js';
import { ask } from '../../support/session.js';
import { addUsers } from '../../support/users.js';

const { app, clock, url } = await testApp();
const [links, acceptance] = [app.get(LinksService), app.get(LinkAcceptanceService)];
const person = {
  username: 'rina',
  fullName: 'Rina Wati',
  position: 'Administrator',
  password: PASSWORD,
  ...ORIGIN,
};
const nothing = () => Promise.resolve();

const codesOf = (token: string, password = PASSWORD) =>
  refusalCodes(() => acceptance.accept(token, { password, ...ORIGIN }));

describe('the link of the first administrator', () => {
  it('makes the first user who can sign in, with what she is granted, or nothing at all', async () => {
    const { token } = await links.first();
    expect(await links.read(token)).toMatchObject({ purpose: 'first-administrator', username: undefined });
    expect(await codesOf(token)).toEqual(['identity.link-unusable']);
    const weak = { ...person, password: 'rinawati20262026' };
    expect(await refusalCodes(() => acceptance.acceptFirst(token, weak, nothing))).toEqual([
      'identity.password-guessable',
    ]);
    const failing = () => Promise.reject(new Error('no such role'));
    await expect(acceptance.acceptFirst(token, person, failing)).rejects.toThrow('no such role');
    expect(await links.isFirstNeeded()).toBe(true);

    const granted: [boolean, User][] = [];
    const grant = (tx: Tx, user: User) => {
      granted.push([tx.queryRunner?.isTransactionActive === true, user]);
      return Promise.resolve();
    };
    const user = await acceptance.acceptFirst(token, person, grant);
    expect(granted).toEqual([[true, user]]);
    expect((await signIn(app, 'rina')).session.fullName).toBe('Rina Wati');
  });

  it('is not made and not taken once somebody can sign in', async () => {
    expect(await links.isFirstNeeded()).toBe(false);
    expect(await refusalCodes(() => links.first())).toEqual(['identity.first-link-not-needed']);
  });
});

describe('an invitation', () => {
  it('sets the first password once; afterwards a link is a reset, which ends the sessions', async () => {
    await addUsers(app, 'siti');
    const { id } = await app.get(UsersService).require('siti');
    const by = await actorOf(app, 'rina');
    const first = await links.invite(id, by);
    expect(first).toMatchObject({ purpose: 'invitation', username: 'siti' });
    expect(await refusalCodes(() => signIn(app, 'siti'))).toEqual(['identity.sign-in-refused']);
    expect(await codesOf(first.token, 'pendek')).toEqual(['identity.password-too-short']);
    expect(await codesOf(first.token)).toEqual([]);
    expect(await codesOf(first.token)).toEqual(['identity.link-unusable']);

    const { token } = await signIn(app, 'siti');
    const reset = await links.invite(id, by);
    expect(reset.purpose).toBe('reset');
    expect(await codesOf(reset.token, 'empat itik berenang ke hulu')).toEqual([]);
    expect(await app.get(IdentityService).sessionOf(token)).toBeUndefined();
    expect(await refusalCodes(() => signIn(app, 'siti'))).toEqual(['identity.sign-in-refused']);
  });

  it('is used by one of two at once, ends by itself, and gives way to a newer one', async () => {
    await addUsers(app, 'tuti');
    const { id } = await app.get(UsersService).require('tuti');
    const by = await actorOf(app, 'rina');
    const old = await links.invite(id, by);
    const newer = await links.invite(id, by);
    expect(await codesOf(old.token)).toEqual(['identity.link-unusable']);
    const answers = await Promise.all([codesOf(newer.token), codesOf(newer.token)]);
    expect(answers.flat()).toEqual(['identity.link-unusable']);

    const late = await links.invite(id, by);
    clock.moveTo(minutesLater(clock.now(), 24 * 60));
    expect(await codesOf(late.token)).toEqual(['identity.link-unusable']);
    expect(await refusalCodes(() => links.read(late.token))).toEqual(['identity.link-unusable']);
  });

  it('is stored only as a digest', async () => {
    const by = await actorOf(app, 'rina');
    const { token } = await links.invite(by.userId, by);
    const found = `select count(*)::int from one_time_link where one_time_link::text like '%${token}%'`;
    expect(await ask(url, found)).toEqual([0]);
  });
});

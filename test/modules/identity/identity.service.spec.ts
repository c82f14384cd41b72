import { IdentityService } from '../../../src/modules/identity/identity.service.js';
import { SessionsService } from '../../../src/modules/identity/sessions.service.js';
import { PasswordHasher } from '../../../src/platform/secrets/password-hasher.js';
import { tokenDigest } from '../../../src/platform/secrets/tokens.js';
import { testApp } from '../../support/app.js';
import {
  addMembers,
  minutesLater,
  ORIGIN,
  PASSWORD,
  setUpSecondFactor,
  signIn,
} from '../../support/identity.js';
import { refusalCodes } from '../../support/refusal.js';
import { ask } from '../../support/session.js';
import { addUsers } from '../../support/users.js';

const { app, clock, url } = await testApp();
const identity = app.get(IdentityService);
await addMembers(app, 'ani', 'budi', 'citra', 'dewi', 'eka', 'fitri');
await addUsers(app, 'tanpa.sandi');

const refused = (username: string, password: string, address: string) =>
  refusalCodes(() => identity.signIn({ username, password, address, agent: '' }));

describe('signing in', () => {
  it('opens a session whose token is stored only as a digest', async () => {
    const { token, session } = await signIn(app, 'ani');
    expect(session).toMatchObject({ username: 'ani', method: 'password', hasSecondFactor: false, ...ORIGIN });
    expect(await identity.sessionOf(token)).toEqual(session);
    const stored = `select token_digest from user_session where id = ${String(session.id)}`;
    expect(await ask(url, stored)).toEqual([tokenDigest(token)]);
    const everywhere = `select count(*)::int from user_session where user_session::text like '%${token}%'`;
    expect(await ask(url, everywhere)).toEqual([0]);
  });

  it('takes the name in any case and the password as two keyboards write it', async () => {
    const { session } = await identity.signIn({ username: ' ANI ', password: PASSWORD, ...ORIGIN });
    expect(session.username).toBe('ani');
  });

  it('gives every sign-in another token, and none for a made-up one', async () => {
    const [one, other] = [await signIn(app, 'ani'), await signIn(app, 'ani')];
    expect(one.token).not.toBe(other.token);
    expect(await identity.sessionOf('x'.repeat(43))).toBeUndefined();
    expect(await identity.sessionOf('')).toBeUndefined();
  });

  it('says the same whether the name, the password or both are wrong', async () => {
    const answers = await Promise.all([
      refused('ani', 'salah sama sekali ini', '203.0.113.20'),
      refused('tidak.ada', PASSWORD, '203.0.113.20'),
      refused('tanpa.sandi', PASSWORD, '203.0.113.20'),
      refused("' or 1=1 --", PASSWORD, '203.0.113.20'),
      refused('ani', 'x'.repeat(100_000), '203.0.113.20'),
    ]);
    expect(answers).toEqual(Array.from({ length: 5 }, () => ['identity.sign-in-refused']));
  });

  it('hashes once whether or not anybody has the name', async () => {
    const hasher = app.get(PasswordHasher);
    const verify = hasher.verify.bind(hasher);
    const tried: (string | undefined)[] = [];
    hasher.verify = (stored, password) => {
      tried.push(stored);
      return verify(stored, password);
    };
    await refused('tidak.ada', PASSWORD, '203.0.113.21');
    await refused('tanpa.sandi', PASSWORD, '203.0.113.21');
    await refused('ani', 'salah sama sekali ini', '203.0.113.21');
    hasher.verify = verify;
    expect(tried).toEqual([undefined, undefined, expect.stringMatching(/^\$argon2id\$/)]);
  });

  it('writes down who tried and came in, and never what was typed', async () => {
    await refused('kata sandi saya', 'rahasia sekali ini', '203.0.113.22');
    const events = `select what || ' ' || coalesce(user_id::text, '-') from identity_event where address = '203.0.113.22'`;
    expect(await ask(url, events)).toEqual(['sign-in-refused -']);
    const typed = `select count(*)::int from identity_event where identity_event::text like '%sandi saya%'`;
    expect(await ask(url, typed)).toEqual([0]);
  });

  it('asks who has a second factor for its code, once the password was right', async () => {
    const first = await signIn(app, 'budi');
    const { code } = await setUpSecondFactor(app, first, clock);
    expect(await refusalCodes(() => signIn(app, 'budi'))).toEqual(['identity.code-needed']);
    expect(await refused('budi', 'salah sama sekali ini', '203.0.113.23')).toEqual([
      'identity.sign-in-refused',
    ]);
    const { session } = await signIn(app, 'budi', code(30));
    expect(session.hasSecondFactor).toBe(true);
  });
});

describe('a session', () => {
  it('ends when nobody was seen for half an hour, and lives on while somebody is', async () => {
    const { token } = await signIn(app, 'citra');
    const start = clock.now();
    clock.moveTo(minutesLater(start, 29));
    expect(await identity.sessionOf(token)).toBeDefined();
    clock.moveTo(minutesLater(start, 58));
    expect(await identity.sessionOf(token)).toBeDefined();
    clock.moveTo(minutesLater(start, 88));
    expect(await identity.sessionOf(token)).toBeUndefined();
  });

  it('ends after half a day, however busy, also under a renewed token', async () => {
    let { token } = await signIn(app, 'citra');
    const start = clock.now();
    for (let minutes = 20; minutes < 720; minutes += 20) {
      clock.moveTo(minutesLater(start, minutes));
      ({ token } = await identity.renew(token));
    }
    clock.moveTo(minutesLater(start, 719));
    expect(await identity.sessionOf(token)).toBeDefined();
    clock.moveTo(minutesLater(start, 720));
    expect(await identity.sessionOf(token)).toBeUndefined();
    expect(await refusalCodes(() => identity.renew(token))).toEqual(['identity.session-ended']);
  });

  it('goes on under another token when it is renewed; the old one is worth nothing', async () => {
    const first = await signIn(app, 'dewi');
    const second = await identity.renew(first.token);
    expect(second.token).not.toBe(first.token);
    expect(await identity.sessionOf(first.token)).toBeUndefined();
    expect(await identity.sessionOf(second.token)).toMatchObject({ signedInAt: first.session.signedInAt });
    expect(await refusalCodes(() => identity.renew(first.token))).toEqual(['identity.session-ended']);
  });

  it('is renewed by one of two who try at once', async () => {
    const { token } = await signIn(app, 'dewi');
    const results = await Promise.allSettled([identity.renew(token), identity.renew(token)]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('must be confirmed again after a quarter of an hour, and goes on under another token', async () => {
    const first = await signIn(app, 'dewi');
    const start = clock.now();
    expect(
      await refusalCodes(() => {
        identity.requireRecent(first.session);
      }),
    ).toEqual([]);
    clock.moveTo(minutesLater(start, 15));
    expect(
      await refusalCodes(() => {
        identity.requireRecent(first.session);
      }),
    ).toEqual(['identity.confirm-again']);
    const wrong = { password: 'salah sama sekali ini', ...ORIGIN };
    expect(await refusalCodes(() => identity.confirm(first.token, wrong))).toEqual([
      'identity.sign-in-refused',
    ]);

    const second = await identity.confirm(first.token, { password: PASSWORD, ...ORIGIN });
    expect(
      await refusalCodes(() => {
        identity.requireRecent(second.session);
      }),
    ).toEqual([]);
    expect(second.session.expiresAt).toEqual(first.session.expiresAt);
    expect(await identity.sessionOf(first.token)).toBeUndefined();
  });

  it('ends at signing out, by its number, and with all others', async () => {
    const sessions = app.get(SessionsService);
    const [one, two, three] = [await signIn(app, 'eka'), await signIn(app, 'eka'), await signIn(app, 'eka')];
    const { userId } = one.session;
    const by = { ...ORIGIN, userId };
    expect((await sessions.list(userId)).map(({ id }) => id)).toEqual(
      [one, two, three].map((s) => s.session.id),
    );

    await identity.signOut(one.token);
    await identity.signOut(one.token);
    await sessions.end(two.session.id, userId, by);
    expect(await refusalCodes(() => sessions.end(two.session.id, userId, by))).toEqual([
      'identity.session-unknown',
    ]);
    expect((await sessions.list(userId)).map(({ id }) => id)).toEqual([three.session.id]);

    const other = await signIn(app, 'fitri');
    expect(await refusalCodes(() => sessions.end(other.session.id, userId, by))).toEqual([
      'identity.session-unknown',
    ]);
    expect(await sessions.endAll(userId, by)).toBe(1);
    expect(await identity.sessionOf(three.token)).toBeUndefined();
    expect(await identity.sessionOf(other.token)).toBeDefined();
  });

  it('that ended does not begin again, whoever asks the database', async () => {
    const { token, session } = await signIn(app, 'eka');
    await identity.signOut(token);
    const revive = `update user_session set ended_at = null, ended_because = null where id = ${String(session.id)}`;
    await expect(ask(url, revive)).rejects.toMatchObject({ code: '42501' });
  });
});

import { IdentityService } from '../../../src/modules/identity/identity.service.js';
import { SecondFactorService } from '../../../src/modules/identity/second-factor.service.js';
import { testApp } from '../../support/app.js';
import {
  actorOf,
  addMembers,
  minutesLater,
  ORIGIN,
  setUpSecondFactor,
  signIn,
} from '../../support/identity.js';
import { refusalCodes } from '../../support/refusal.js';
import { ask } from '../../support/session.js';

const { app, clock, url } = await testApp();
const identity = app.get(IdentityService);
const factors = app.get(SecondFactorService);
await addMembers(app, 'ani', 'budi', 'citra', 'dewi', 'eka', 'fitri', 'gita', 'hana');

const refused = (username: string, code: string) => refusalCodes(() => signIn(app, username, code));

describe('an authenticator', () => {
  it('counts after its first code: other sessions end, this one goes on with it under a new token', async () => {
    const [elsewhere, here] = [await signIn(app, 'ani'), await signIn(app, 'ani')];
    const { secret, uri } = await factors.begin(here.session);
    expect(uri).toBe(`otpauth://totp/Honor%20Kader:ani?secret=${secret}&issuer=Honor%20Kader`);
    expect(await factors.stateOf(here.session.userId)).toEqual({ isConfirmed: false, recoveryCodesLeft: 0 });
    expect(await refusalCodes(() => factors.confirm(here.session, '000000', ORIGIN))).toEqual([
      'identity.second-factor-code-wrong',
    ]);

    const { token, session, recoveryCodes } = await setUpSecondFactor(app, here, clock);
    expect(session.hasSecondFactor).toBe(true);
    expect(new Set(recoveryCodes).size).toBe(10);
    expect(await identity.sessionOf(elsewhere.token)).toBeUndefined();
    expect(await identity.sessionOf(here.token)).toBeUndefined();
    expect(await identity.sessionOf(token)).toMatchObject({ hasSecondFactor: true });
    expect(await factors.stateOf(session.userId)).toEqual({ isConfirmed: true, recoveryCodesLeft: 10 });
    const secrets = `select count(*)::int from totp_secret where encode(sealed_secret, 'escape') like '%${secret}%'`;
    expect(await ask(url, secrets)).toEqual([0]);
  });

  it('gives codes that count once, also when two come at the same moment', async () => {
    const { code } = await setUpSecondFactor(app, await signIn(app, 'budi'), clock);
    expect(await refused('budi', code())).toEqual(['identity.sign-in-refused']);
    clock.moveTo(minutesLater(clock.now(), 2));
    const answers = await Promise.all([refused('budi', code()), refused('budi', code())]);
    expect(answers.flat()).toEqual(['identity.sign-in-refused']);
    expect(await refused('budi', code(-30))).toEqual(['identity.sign-in-refused']);
    expect(await refused('budi', code(30))).toEqual([]);
  });

  it('is taken one step to either side, no more', async () => {
    const { code } = await setUpSecondFactor(app, await signIn(app, 'citra'), clock);
    clock.moveTo(minutesLater(clock.now(), 5));
    for (const seconds of [-60, 60]) {
      expect(await refused('citra', code(seconds))).toEqual(['identity.sign-in-refused']);
    }
    for (const seconds of [-30, 0, 30]) expect(await refused('citra', code(seconds))).toEqual([]);
  });

  it('never forgets the last code, whoever asks the database', async () => {
    const back = 'update totp_secret set last_step = last_step - 1 where confirmed_at is not null';
    await expect(ask(url, back)).rejects.toMatchObject({ code: '42501' });
  });

  it('is replaced only by who has the old one, within a short while', async () => {
    const first = await setUpSecondFactor(app, await signIn(app, 'dewi'), clock);
    const second = await setUpSecondFactor(app, first, clock);
    clock.moveTo(minutesLater(clock.now(), 5));
    expect(await refused('dewi', first.code())).toEqual(['identity.sign-in-refused']);
    expect(await refused('dewi', second.code())).toEqual([]);

    const withoutFactor = { ...second.session, hasSecondFactor: false };
    expect(await refusalCodes(() => factors.begin(withoutFactor))).toEqual(['identity.second-factor-needed']);
    clock.moveTo(minutesLater(clock.now(), 15));
    expect(await refusalCodes(async () => factors.begin(second.session))).toEqual(['identity.confirm-again']);
  });
});

describe('recovery codes', () => {
  it('let one in, once: of four who come with the same code at once', async () => {
    const { recoveryCodes } = await setUpSecondFactor(app, await signIn(app, 'eka'), clock);
    const [code = ''] = recoveryCodes;
    const answers = await Promise.all(Array.from({ length: 4 }, () => refused('eka', code.toLowerCase())));
    expect(answers.filter((codes) => codes.length === 0)).toHaveLength(1);
    const { id } = await actorOf(app, 'eka').then(({ userId }) => ({ id: userId }));
    expect((await factors.stateOf(id)).recoveryCodesLeft).toBe(9);
  });

  it('are replaced all at once, by whoever gave a second factor', async () => {
    const first = await setUpSecondFactor(app, await signIn(app, 'fitri'), clock);
    const renewed = await factors.newRecoveryCodes(first.session, ORIGIN);
    expect(await refused('fitri', first.recoveryCodes[0] ?? '')).toEqual(['identity.sign-in-refused']);
    expect(await refused('fitri', renewed[0] ?? '')).toEqual([]);
    const withoutFactor = { ...first.session, hasSecondFactor: false };
    expect(await refusalCodes(async () => factors.newRecoveryCodes(withoutFactor, ORIGIN))).toEqual([
      'identity.second-factor-needed',
    ]);
  });
});

describe('taking a second factor away', () => {
  it('needs another person and a reason, ends the sessions, and is written down', async () => {
    const { token, session, recoveryCodes } = await setUpSecondFactor(app, await signIn(app, 'gita'), clock);
    const [gita, hana] = [await actorOf(app, 'gita'), await actorOf(app, 'hana')];
    expect(await refusalCodes(() => factors.reset(gita.userId, gita, 'hilang'))).toEqual([
      'identity.needs-another-person',
    ]);
    expect(await refusalCodes(() => factors.reset(gita.userId, hana, ' '))).toEqual([
      'identity.reason-empty',
    ]);

    await factors.reset(gita.userId, hana, 'ponsel 081234567890 hilang');
    expect(await identity.sessionOf(token)).toBeUndefined();
    expect(await factors.stateOf(session.userId)).toEqual({ isConfirmed: false, recoveryCodesLeft: 0 });
    const { session: without } = await signIn(app, 'gita', recoveryCodes[0]);
    expect(without.hasSecondFactor).toBe(false);
    const written = `select detail from identity_event where what = 'second-factor-reset' and actor_id = ${String(hana.userId)}`;
    expect(await ask(url, written)).toEqual(['ponsel ********7890 hilang']);
    expect(await refusalCodes(() => factors.reset(gita.userId, hana, 'lagi'))).toEqual([
      'identity.second-factor-missing',
    ]);
  });
});
